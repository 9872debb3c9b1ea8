"""Made news: a world of events, articles that tell them, and others that tell them again."""
