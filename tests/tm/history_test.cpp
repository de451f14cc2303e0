// SPDX-License-Identifier: Apache-2.0
#include "tm/history.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/detail/sqlite.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::unit_of;

using State = std::map<std::int64_t, TranslationUnit>;

State state_of(const Memory& memory) {
  State state;
  memory.for_each([&](UnitId id, const TranslationUnit& unit) {
    state.emplace(id.value, unit);
    return true;
  });
  CHECK(state.size() == memory.size());
  return state;
}

TranslationUnit history_unit(int number) {
  TranslationUnit unit = unit_of("Постановление номер " + std::to_string(number), std::to_string(number) + "-қаулы");
  unit.created = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000 + number));
  return unit;
}

// Does one random thing, or nothing.
void act(Memory& memory, std::mt19937& random) {
  const std::vector<UnitId> ids = memory.ids();
  const auto any_id = [&] { return ids[random() % ids.size()]; };
  const int kind = static_cast<int>(random() % 5);
  if (kind == 0 || ids.size() < 3) {
    std::vector<TranslationUnit> units;
    for (int i = 0; i < 4; ++i) units.push_back(history_unit(static_cast<int>(random() % 40)));
    units.back().notes = {"note " + std::to_string(random() % 5)};  // may be joined to one that is there
    memory.add_all(units);
  } else if (kind == 1) {
    memory.remove(any_id());
  } else if (kind == 2) {
    memory.update(any_id(), test::rich_unit());
  } else if (kind == 3) {
    memory.add(history_unit(static_cast<int>(random() % 40)));
  } else {
    memory.change_all(std::vector<UnitChange>{{ids[0], history_unit(100)}, {ids[1], std::nullopt}});
  }
}

}  // namespace

TEST_CASE("undoing everything leads back through every state, and redoing forth again", "[property]") {
  std::mt19937 random(31);
  for (int round = 0; round < 10; ++round) {
    const MemoryFolder folder;
    Memory memory = Memory::create(folder.file());
    std::vector<State> states{{}};
    for (int i = 0; i < 12; ++i) {
      const std::size_t before = memory.actions().size();
      act(memory, random);
      if (memory.actions().size() > before) states.push_back(state_of(memory));
    }

    for (std::size_t i = states.size() - 1; i > 0; --i) {
      REQUIRE(memory.undo());
      REQUIRE(state_of(memory) == states[i - 1]);
    }
    CHECK_FALSE(memory.undo());
    for (std::size_t i = 1; i < states.size(); ++i) {
      REQUIRE(memory.redo());
      REQUIRE(state_of(memory) == states[i]);
    }
    CHECK_FALSE(memory.redo());
  }
}

TEST_CASE("a look-up sees what was undone") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  const UnitId id = memory.add(history_unit(1));
  const auto count = [&] { return memory.find(history_unit(1).variants[0].text, Language("ru"), Language("kk")).size(); };

  memory.remove(id);
  CHECK(count() == 0);
  memory.undo();
  CHECK(count() == 1);
  memory.undo();
  CHECK(count() == 0);
  CHECK(memory.languages().empty());
}

TEST_CASE("the log tells what was added, changed and removed") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add_all(std::vector<TranslationUnit>{history_unit(1), history_unit(2), history_unit(3)});
  memory.remove(UnitId{2});
  memory.undo();

  const std::vector<Action> actions = memory.actions();

  REQUIRE(actions.size() == 3);
  CHECK(actions[0].undoes == 2);
  CHECK(actions[0].added == 1);
  CHECK(actions[1].removed == 1);
  CHECK_FALSE(actions[1].stands);
  CHECK(actions[2].added == 3);
  CHECK(actions[2].stands);
  const std::vector<ActionStep> steps = memory.steps(2);
  REQUIRE(steps.size() == 1);
  CHECK(steps[0].kind == ActionStep::Kind::removed);
  CHECK(steps[0].before == history_unit(2));
  CHECK(memory.steps(1)[0].last == UnitId{3});
  CHECK_THROWS_AS(memory.steps(9), Error);
}

TEST_CASE("an action of many steps is told and undone whole") {
  constexpr int kUnits = 20'000;
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  std::vector<TranslationUnit> units;
  for (int i = 0; i < kUnits; ++i) units.push_back(history_unit(i));
  memory.add_all(units);
  const State before = state_of(memory);
  std::vector<UnitChange> changes;
  for (int i = 0; i < kUnits; ++i) {
    changes.push_back({UnitId{i + 1}, std::nullopt});
    if (i % 3 == 0) changes.back().unit = history_unit(kUnits + i);
  }
  memory.change_all(changes);

  const Action action = memory.actions().front();
  CHECK(action.changed == (kUnits + 2) / 3);
  CHECK(action.removed == kUnits - action.changed);
  CHECK(memory.steps(action.number).size() == kUnits);
  CHECK(memory.undo() == action.number);
  CHECK(state_of(memory) == before);
}

TEST_CASE("something new ends what can be redone") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(history_unit(1));
  memory.add(history_unit(2));
  memory.undo();
  memory.add(history_unit(3));

  CHECK_FALSE(memory.redo());
  CHECK(memory.undo() == 4);
  CHECK(memory.undo() == 1);
  CHECK_FALSE(memory.undo());
  CHECK(memory.size() == 0);
}

TEST_CASE("the log tells who did it") {
  const MemoryFolder folder;
  {
    Memory memory = Memory::create(folder.file());
    memory.add(history_unit(1));
    memory.set_author("Айгүл");
    memory.add(history_unit(2));
    memory.undo();
  }
  const Memory memory = Memory::open(folder.file(), OpenMode::read_only);

  const std::vector<Action> actions = memory.actions();

  REQUIRE(actions.size() == 3);
  CHECK(actions[0].author == "Айгүл");
  CHECK(actions[1].author == "Айгүл");
  CHECK(actions[2].author.empty());
}

TEST_CASE("an action is undone by itself when nothing later touched its units") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add_all(std::vector<TranslationUnit>{history_unit(1), history_unit(2), history_unit(3)});
  memory.remove(UnitId{2});
  memory.update(UnitId{3}, history_unit(7));
  memory.add(history_unit(4));

  memory.undo(2);

  CHECK(memory.get(UnitId{2}) == history_unit(2));
  CHECK(memory.get(UnitId{3})->variants == history_unit(7).variants);
  CHECK_FALSE(memory.actions()[3].stands);
  CHECK_THROWS_WITH(memory.undo(1), Catch::Contains("action 3 touched unit 3"));
  CHECK_THROWS_WITH(memory.undo(2), Catch::Contains("undone already"));
  CHECK_THROWS_WITH(memory.undo(5), Catch::Contains("undo itself"));
  CHECK_THROWS_AS(memory.undo(9), Error);
  memory.undo(3);
  memory.undo(1);  // what touched its units is undone
  CHECK(memory.size() == 1);
  CHECK(memory.redo() == 1);
  CHECK(memory.redo() == 3);
  CHECK(memory.redo() == 2);
  CHECK(memory.size() == 3);
}

TEST_CASE("what came again while it was away does not come back beside it") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(history_unit(1));
  memory.remove(UnitId{1});
  memory.add(history_unit(1));
  const State before = state_of(memory);

  CHECK_THROWS_WITH(memory.undo(2), Catch::Contains("says the same"));

  CHECK(state_of(memory) == before);
  CHECK(memory.actions().size() == 3);
}

// Undoing one action by itself gives what the others alone would have given.
TEST_CASE("undoing any one action leaves what all others did", "[property]") {
  std::mt19937 random(83);
  std::size_t undone = 0;
  for (int round = 0; round < 20; ++round) {
    const MemoryFolder folder;
    Memory memory = Memory::create(folder.file());
    std::vector<State> states{{}};
    while (states.size() < 8) {
      const std::size_t before = memory.actions().size();
      act(memory, random);
      if (memory.actions().size() > before) states.push_back(state_of(memory));
    }
    const std::size_t action = 1 + random() % (states.size() - 1);
    const State last = state_of(memory);
    try {
      memory.undo(static_cast<std::int64_t>(action));
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::invalid_argument);
      CHECK(state_of(memory) == last);
      continue;
    }
    ++undone;
    State wanted = last;
    for (const auto& [id, unit] : states[action]) {
      if (!states[action - 1].contains(id)) wanted.erase(id);
    }
    for (const auto& [id, unit] : states[action - 1]) {
      const auto after = states[action].find(id);
      if (after == states[action].end() || !(after->second == unit)) wanted[id] = unit;
    }
    CHECK(state_of(memory) == wanted);
    CHECK(memory.redo() == static_cast<std::int64_t>(action));
    CHECK(state_of(memory) == last);
  }
  CHECK(undone > 3);
}

TEST_CASE("a memory that knew no authors is read as it is and migrated when it is written") {
  const MemoryFolder folder;
  { Memory::create(folder.file()).add(history_unit(1)); }
  {
    detail::Connection connection(folder.file(), detail::Connection::Mode::read_write);
    connection.execute("ALTER TABLE action DROP COLUMN author; PRAGMA user_version = 2");
  }

  CHECK(Memory::open(folder.file(), OpenMode::read_only).actions().size() == 1);
  Memory memory = Memory::open(folder.file());
  memory.set_author("Пётр");
  memory.add(history_unit(2));

  CHECK(memory.actions()[0].author == "Пётр");
  CHECK(memory.actions()[1].author.empty());
  CHECK(memory.size() == 2);
}

TEST_CASE("a forgotten history leaves the units alone") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add_all(std::vector<TranslationUnit>{history_unit(1), history_unit(2)});
  memory.update(UnitId{1}, history_unit(7));
  const State before = state_of(memory);

  memory.forget_history();

  CHECK(memory.actions().empty());
  CHECK_FALSE(memory.undo());
  CHECK(state_of(memory) == before);
  CHECK(memory.add(history_unit(8)).value == 3);
}

TEST_CASE("an action of more steps than are read at a time is undone and redone") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  std::vector<TranslationUnit> units;
  for (int i = 0; i < 3'000; ++i) units.push_back(history_unit(i));
  memory.add_all(units);
  const State before = state_of(memory);
  std::vector<UnitChange> changes;
  for (const UnitId id : memory.ids()) {
    if (id.value % 3 != 0) changes.push_back({id, std::nullopt});
    if (id.value % 3 == 0) changes.push_back({id, history_unit(10'000 + static_cast<int>(id.value))});
  }
  memory.change_all(changes);
  const State after = state_of(memory);

  REQUIRE(memory.steps(2).size() == 3'000);
  REQUIRE(memory.undo() == 2);
  CHECK(state_of(memory) == before);
  REQUIRE(memory.redo() == 2);
  CHECK(state_of(memory) == after);
  memory.undo(2);
  CHECK(state_of(memory) == before);
}

}  // namespace egiz
