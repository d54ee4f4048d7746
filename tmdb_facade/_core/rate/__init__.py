"""Rate limits: the value that users pass, and the rules for one process and for several."""
