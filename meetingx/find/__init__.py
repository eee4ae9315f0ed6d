"""Step four, Page → Mentions: one module for each kind of mention, each a table of rules and one function."""
