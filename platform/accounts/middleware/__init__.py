"""Who the request is from, and whether they signed in well enough."""
