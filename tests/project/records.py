"""Every record class of the package, found by walking all its modules."""

import importlib.util
import pkgutil

import psm_core
from psm_core._core.record import is_record_class

NEEDS_MSGSPEC = "psm_core.wire.structs"
MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(psm_core.__path__, "psm_core.")
    if not module.name.startswith("psm_core.contrib.")  # they import other libraries
    if module.name != NEEDS_MSGSPEC or importlib.util.find_spec("msgspec")
]
RECORDS = sorted(
    {value for module in MODULES for value in vars(module).values() if is_record_class(value)},
    key=lambda cls: cls.__name__,
)
