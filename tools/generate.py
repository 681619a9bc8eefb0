"""Write every generated file, or compare it with `--check`; names of steps run those alone.

The order matters: a later step reads what an earlier one wrote.
"""

import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).parent
STEPS = (
    *("tables", "reporters", "schemas", "corpus", "hashes", "packed_contract", "public_names"),
    *("pages", "hierarchy", "case_steps", "layers", "records", "inventory", "pictures", "catalogs"),
    *("field_texts", "evolve_types", "package_stubs"),
)
"""The scripts `tools/build_STEP.py`, in the order in which they run."""


def main(arguments: list[str]) -> None:
    options = [one for one in arguments if one.startswith("--")]
    names = [one for one in arguments if not one.startswith("--")] or STEPS
    if unknown := set(names) - set(STEPS):
        sys.exit(f"unknown steps: {', '.join(sorted(unknown))}; known: {', '.join(STEPS)}")
    failed = [step for step in STEPS if step in names and not run(step, options)]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}; `make generate` writes the files")


def run(step: str, options: list[str]) -> bool:
    """Run one script; return whether it succeeded."""
    print(f"{step}: ", end="", flush=True)
    script = TOOLS / f"build_{step}.py"
    return not subprocess.run([sys.executable, script, *options], check=False).returncode


if __name__ == "__main__":
    main(sys.argv[1:])
