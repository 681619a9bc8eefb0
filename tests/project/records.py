"""Every record class of the package, found by walking all its modules."""

import importlib
import pkgutil

import psm_core
from psm_core._core.record import is_record_class

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(psm_core.__path__, "psm_core.")
]
RECORDS = sorted(
    {value for module in MODULES for value in vars(module).values() if is_record_class(value)},
    key=lambda cls: cls.__name__,
)
