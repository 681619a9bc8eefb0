"""The application of the Django project of the tests. Its models are in `django_models`."""
