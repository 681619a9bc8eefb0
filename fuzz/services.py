"""``python fuzz/services.py NAME [SECONDS]`` lets schemathesis send requests to a web service.

NAME ``all`` takes each in turn. The OpenAPI document of the service is checked with
openapi-spec-validator first.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from openapi_spec_validator import validate

ROOT = Path(__file__).resolve().parents[1]
SERVICES = {
    "fastapi-plain": ("fastapi_service:plain", "/openapi.json"),
    "fastapi": ("fastapi_service:whole", "/openapi.json"),
    "litestar": ("litestar_service:whole", "/schema/openapi.json"),
}
"""Name → where the application is, and its OpenAPI document."""
_SECONDS = 300
_START = 60.0
# A schema has not all rules of a record (`x-invariants`), so valid data may be rejected.
# NUL and characters that no header can have are rejected by the server.
# FastAPI itself answers a body that is no text with a status that its document does not have.
_OPTIONS = [
    *("--phases", "examples,coverage,fuzzing", "--continue-on-failure", "--no-color"),
    *("--suppress-health-check", "all"),
    *("--seed", "1", "--generation-database", "none"),
]


def main(name: str, seconds: int) -> int:
    """Return the number of services for which something failed."""
    names = SERVICES if name == "all" else (name,)
    return sum(_failed(one, seconds) for one in names)


def _failed(name: str, seconds: int) -> bool:
    application, path = SERVICES[name]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folders = [str(ROOT / "src"), str(ROOT / "fuzz")]
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "uvicorn", application, "--port", str(port)),
            *("--log-level", "error"),
        ],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(folders)},
    )
    try:
        address = f"http://127.0.0.1:{port}{path}"
        validate(json.loads(_text(address)))
        print(f"{name}: the OpenAPI document is valid", flush=True)
        command = [str(Path(sys.executable).with_name("schemathesis")), "run", address]
        checks = "positive_data_acceptance"
        checks += ",status_code_conformance" if name == "fastapi-plain" else ""
        options = [*_OPTIONS, "--exclude-checks", checks, "--max-time", str(seconds)]
        run = subprocess.run([*command, *options], check=False)
        return run.returncode != 0
    finally:
        server.terminate()
        server.wait()


def _text(address: str) -> str:
    """Return the text at an address, as soon as the server has started."""
    end = time.monotonic() + _START
    while True:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
                return answer.read().decode()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.5)


if __name__ == "__main__":
    given = dict(enumerate(sys.argv[1:]))
    sys.exit(main(given.get(0, "all"), int(given.get(1, _SECONDS))))
