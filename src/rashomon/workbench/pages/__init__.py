"""The pages of the workbench, one module each; `rashomon.workbench.routes` holds their addresses.

A view is a function of a `Visit` that gives a `Shown`. An action is a function of a `Visit` and a `Form` that
gives the address to go to next, or a `Shown` that says why it was not done.
"""
