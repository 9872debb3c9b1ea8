"""Records of made articles, many of them and fast, as realistic in skew and size as they can be made."""
