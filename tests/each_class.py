"""How many examples a test draws that runs for each class.

Only tests import this, because the profile is known when they are collected, and not before.
"""

from hypothesis import HealthCheck, settings

EACH_CLASS = settings(
    max_examples=settings().max_examples // 3,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
"""A third of the examples of the profile: together the classes draw hundreds all the same."""
