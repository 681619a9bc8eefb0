"""Read and write 20,000 worker documents, beside pydantic with the same records and rules."""

import argparse
import gc
import random
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

from twin import load

from psm_core import (
    KK,
    NIK,
    Address,
    Assignment,
    Certification,
    Decree,
    Person,
    PhoneNumber,
    Pillar,
    RegionCode,
    Sex,
    Training,
    TrainingTier,
    Worker,
    WorkerId,
    wire,
)
from psm_core.terms import Citizenship, EligibilityRequirement, MaritalStatus, Religion

ROUNDS = 7


def worker(number: int, chance: random.Random) -> Worker:
    """Return an invented worker with most fields, as in a register."""
    born = date(1960, 1, 1) + timedelta(days=chance.randrange(16000))
    woman = chance.random() < 0.5
    day = born.day + 40 * woman
    digits = f"99{chance.randrange(10000):04}{day:02}{born:%m%y}{number % 9999 + 1:04}"
    village = RegionCode(f"99.01.{chance.randrange(1, 30):02}.2{chance.randrange(1, 20):03}")
    since = date(2019, 8, 1) + timedelta(days=chance.randrange(1500))
    return Worker(
        id=WorkerId(f"psm-{number:06}"),
        person=Person(
            nik=NIK(digits),
            kk=KK(f"990101010119{number:04}"[:16]),
            name=chance.choice(["Contoh", "Siti Contoh", "Muhammad Contoh bin Misal, S.Sos."]),
            sex=Sex.PEREMPUAN if woman else Sex.LAKI_LAKI,
            birth_place="Misalan",
            birth_date=born,
            citizenship=Citizenship.WNI,
            religion=chance.choice(list(Religion)),
            marital_status=chance.choice(list(MaritalStatus)),
            phone=PhoneNumber(f"+628000000{number % 1000:03}"),
            ktp_address=Address(street="Jl. Contoh No. 1", rt="003", rw="001", region=village),
        ),
        assignments=(
            Assignment(
                pillar=Pillar.PSM,
                serves=village,
                since=since,
                decree=Decree(number=f"400.9/{number}/2019", date=since, issuer="Lurah Contoh"),
            ),
            Assignment(
                pillar=Pillar.TKSK,
                serves=RegionCode("99.01.01"),
                since=since,
                until=date(2024, 1, 1),
            ),
        ),
        trainings=(
            Training(
                name="Bimbingan Teknis Dasar PSM",
                tier=TrainingTier.DASAR,
                date=since,
                certificate_number=f"BTD-{number}",
            ),
        ),
        certifications=(Certification(number=f"S-{number}", since=since),),
        membership_number=f"99.01.01-{number % 10000:04}",
        attested_requirements=frozenset(list(EligibilityRequirement)[:3]),
    )


def seconds(work: Callable[[], object]) -> float:
    """Return how long one round of the work takes, with the collector out of the way."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    work()
    taken = time.perf_counter() - start
    gc.enable()
    return taken


def main() -> None:
    """Compare in turns, so that a slow minute of the machine falls on both."""
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    asked = options.parse_args()
    count, turns = asked.count, asked.rounds
    chance = random.Random(22)
    workers = [worker(number, chance) for number in range(count)]
    theirs = load()
    texts = [wire.to_json(one) for one in workers]
    builtins = [wire.to_builtins(one) for one in workers]
    bare = [text[len('{"schema":"psm.worker/1","data":') : -1] for text in texts]
    twins = [theirs.Worker.model_validate_json(text) for text in bare]
    pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "read JSON": (
            lambda: [wire.from_json(text, Worker) for text in texts],
            lambda: [theirs.Worker.model_validate_json(text) for text in bare],
        ),
        "read builtins": (
            lambda: [wire.from_builtins(data, Worker) for data in builtins],
            lambda: [theirs.Worker.model_validate(data) for data in builtins],
        ),
        "write JSON": (
            lambda: [wire.to_json(one) for one in workers],
            lambda: [one.model_dump_json(exclude_defaults=True) for one in twins],
        ),
    }
    print(f"{count} workers, {len(texts[0])} bytes each, medians of {turns} rounds")
    for name, (ours, peer) in pairs.items():
        rounds = [(seconds(ours), seconds(peer)) for _ in range(turns)]
        mine, other = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(
            f"{name:<14} psm_core {mine:6.3f} s   pydantic {other:6.3f} s   ratio {mine / other:5.2f}"
        )


if __name__ == "__main__":
    main()
