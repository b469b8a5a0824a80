"""Words that tell of a happening, who took part in it, and which words speak of the same one."""
