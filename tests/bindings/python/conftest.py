# SPDX-License-Identifier: Apache-2.0
import os
import pathlib

import pytest

import egiz

FIXTURES = pathlib.Path(os.environ["EGIZ_FIXTURES"])


@pytest.fixture
def documents():
    """The folder of documents in three languages."""
    return FIXTURES / "documents"


@pytest.fixture
def memory(tmp_path):
    """A new memory, closed in the end."""
    with egiz.Memory(tmp_path / "memory.egiz") as memory:
        yield memory


@pytest.fixture
def letters(memory):
    """A memory of three units."""
    memory.add({"ru": "Письмо отправлено вчера вечером.", "kk": "Хат кеше кешке жіберілді."})
    memory.add({"ru": "Письмо отправлено сегодня вечером.", "kk": "Хат бүгін кешке жіберілді."})
    memory.add({"ru": "Ответа пока нет.", "kk": "Әзірге жауап жоқ.", "en": "No answer yet."})
    return memory
