"""How single things are said: dates, figures, kinds of event, people, speakers; what all forms of a case share."""
