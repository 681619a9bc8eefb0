"""Django creates no tables without this module. The models are in `django_models`."""
