"""Events, and what is reported of them."""
