"""What other libraries need of this package, one module for each library.

Nothing here is imported with ``psm_core``. A module is imported when its library asks for it, or by
name.
"""
