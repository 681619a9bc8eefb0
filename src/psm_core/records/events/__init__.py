"""Events, and what sources report about them."""
