"""Find the people who are twice in Parquet files, with Splink on Spark.

    spark-submit --jars JAR --py-files model.py,person_facts.py,slips.py on_spark.py people pairs

JAR is what `splink.backends.spark.similarity_jar_location()` returns.
"""

import sys

from model import trained
from person_facts import FACTS, facts_of_batches
from pyspark.sql import SparkSession
from splink import SparkAPI

SETTINGS = {
    # The text of a plan shows no long numbers, an error of a worker not its traceback.
    "spark.sql.redaction.string.regex": "[0-9]{10,}",
    "spark.sql.execution.pyspark.udf.hideTraceback.enabled": "true",
    "spark.io.encryption.enabled": "true",
}
COLUMNS = ", ".join(f"{name} string" for name in FACTS.names)


def find(
    spark: SparkSession, source: str, target: str, *, compared: float = 1e7, min_score: float = 0.5
) -> None:
    """Write the pairs whose probability is `min_score` or more."""
    facts = spark.read.parquet(source).mapInArrow(facts_of_batches, COLUMNS).persist()
    people = SparkAPI(spark_session=spark, break_lineage_method="persist").register(facts)
    linker = trained(people, compared)
    pairs = linker.inference.predict(threshold_match_probability=min_score)
    pairs.as_spark_dataframe().write.parquet(target)


if __name__ == "__main__":
    find(SparkSession.builder.config(map=SETTINGS).getOrCreate(), *sys.argv[1:])
