"""One judge over the real taxonomy for the whole session: building it costs more than any verdict."""

from pathlib import Path

import pytest

from bot.core import classify, taxonomy

CATEGORIES = Path(taxonomy.__file__).parents[1] / "categories.yaml"


@pytest.fixture(scope="session")
def leaves() -> taxonomy.Taxonomy:
    return taxonomy.load(CATEGORIES)


@pytest.fixture(scope="session")
def judge(leaves: taxonomy.Taxonomy) -> classify.Judge:
    return classify.Judge(leaves)
