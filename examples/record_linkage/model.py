"""The model of Splink. It is the same on DuckDB and on Spark.

people = DuckDBAPI().register(facts)
pairs = trained(people).inference.predict(threshold_match_probability=0.5)
"""

import logging

import splink.comparison_level_library as cll
from slips import BLOCKING, CERTAIN, COMPARISONS, FOUND_BY_CERTAIN, OTHERWISE, UNKNOWN, Level
from splink import Linker, SettingsCreator, block_on
from splink.comparison_library import CustomComparison

RAREST = 2**-14
"""The share from which a value that is still rarer weighs no more."""


def settings() -> SettingsCreator:
    """Return the settings. The pairs get no column with a value of a person."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[comparison(fact, levels) for fact, levels in COMPARISONS.items()],
        blocking_rules_to_generate_predictions=[block_on(*facts) for facts in BLOCKING],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,
    )


def comparison(fact: str, levels: tuple[Level, ...]) -> CustomComparison:
    """Return how a fact is compared."""
    unknown = UNKNOWN.get(fact, f"{fact}_l IS NULL OR {fact}_r IS NULL")
    null = cll.CustomLevel(unknown, "unknown").configure(is_null_level=True)
    return CustomComparison(
        output_column_name=fact, comparison_levels=[null, *map(level_of, levels)]
    )


def level_of(level: Level) -> cll.CustomLevel | cll.ElseLevel:
    """Return a level with its share of the doubles, which training does not change."""
    is_last = level.sql == OTHERWISE
    made = cll.ElseLevel() if is_last else cll.CustomLevel(level.sql, level.label)
    made.configure(m_probability=level.m, fix_m_probability=True)
    if level.bits is not None:
        made.configure(u_probability=level.m / 2**level.bits, fix_u_probability=True)
    if level.rare is not None:
        made.configure(tf_adjustment_column=level.rare, tf_minimum_u_value=RAREST)
    return made


def trained(people: object, pairs: float = 1e7) -> Linker:
    """Return a linker for facts that an engine has registered.

    It counts how often two people agree by chance, among so many pairs.
    """
    linker = Linker(people, settings(), log_level=logging.WARNING)
    linker.training.estimate_probability_two_random_records_match(
        [block_on(*facts) for facts in CERTAIN], recall=FOUND_BY_CERTAIN
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=pairs, seed=1)
    return linker
