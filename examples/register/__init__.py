"""A register of workers: an application of FastAPI and SQLAlchemy."""
