"""The 2025 Temu Karya from its report, and a worker's document with errors."""

import json
from datetime import date
from pathlib import Path

from psm_core import Event, RegionCode, Speaker, ValidationError, Worker, checks, load_regions, wire

HERE = Path(__file__).parent
regions = load_regions()


def place(code: RegionCode) -> str:
    """Return the full name of a region, with the regions around it."""
    return ", ".join(region.full_name for region in [regions[code], *regions.ancestors(code)])


def who(speaker: Speaker) -> str:
    """Return the name, office and organisation of a speaker."""
    office = speaker.office
    region = regions[office.region].name if office and office.region else ""
    title = f"{office.title} {region}".strip() if office else None
    return ", ".join(part for part in (speaker.name, title, speaker.body) if part)


def print_event(event: Event) -> None:
    """Print dates, place, delegations, figures and speeches."""
    print(f"{event.series} ke-{event.edition}: {event.theme}")
    if event.dates is not None:
        print(f"  when    {event.dates.start} to {event.dates.end}, {event.dates.days} days")
    if event.venue is not None:
        print(f"  where   {event.place}, {place(event.venue)}")
    if event.host is not None:
        print(f"  host    {regions[event.host].full_name}")
    if event.scope is not None:
        expected = [region.code for region in regions.children(event.scope)]
        missing = event.missing_delegations(expected)
        print(f"  came    {len(expected) - len(missing)} of {len(expected)} kabupaten/kota:")
    for one in event.delegations:
        if one.origin is not None:
            print(f"          {one.origin}  {regions[one.origin].full_name}")
    titles = {source.key: source.title for source in event.sources}
    for figure in event.figures:
        count = figure.wording or f"{figure.value} {figure.of}"
        print(f"  count   {count}, {figure.status.gloss} in: {titles[figure.source]}")
    print(f"  count   by delegation: {event.headcount() or 'not stated in any source'}")
    for speech in event.speeches:
        print(f"  speech  {speech.kind.label}, {speech.kind.gloss}: {who(speech.speaker)}")
        if speech.reader is not None:
            print(f"          who reads the speech of {who(speech.author)}")


print("1. The event, from its document")
text = (HERE / "temu_karya_2025.json").read_text(encoding="utf-8")
event = wire.from_json(text, Event)
print_event(event)
print("  checks ", checks.check(event, regions=regions, as_of=date(2025, 10, 13)) or "find nothing")
print("  equal after writing and reading:", wire.from_json(wire.to_json(event), Event) == event)

print("\n2. A worker's document with errors, all reported at once")
invalid = (HERE / "faulty_worker.json").read_text(encoding="utf-8")
try:
    wire.from_json(invalid, Worker)
except ValidationError as error:
    for issue in error.issues:
        print(f"  {issue.where}  {issue.code}")
        print(f"    id: {issue.describe('id')}")
        print(f"    en: {issue.describe('en')}")

print("\n3. The same worker, corrected")
document = json.loads(invalid)
data = document["data"]
data.pop("trainigs")
data["person"] |= {
    "nik": "9901014108900001",
    "name": "Contoh",
    "sex": "perempuan",
    "birth_date": "1990-08-01",
    "phone": "+628000000123",
}
data["assignments"][0]["serves"] = "63.10.09.2005"
data["assignments"][1]["until"] = "2021-01-01"
worker = wire.from_json(json.dumps(document), Worker)
print(f"  as it prints, without personal data: {worker.person!r}")
print("  as a document, which is not redacted:")
for line in wire.to_json(worker, indent=2).splitlines():
    print(f"    {line}")
print("  warnings of the checks (a NIK of province 99 is an example, of no region):")
for issue in checks.check(worker, regions=regions, as_of=date(2025, 10, 13)):
    print(f"  {issue.where}  {issue.code}")
    print(f"    id: {issue.describe('id')}")
