// SPDX-License-Identifier: Apache-2.0
#include "tm/memory.h"

#include <utility>

#include "tm/detail/database.h"
#include "tm/detail/memory_impl.h"

namespace egiz {

Memory Memory::create(const std::filesystem::path& file) {
  return Memory(std::make_unique<Impl>(detail::create_database(file)));
}

Memory Memory::open(const std::filesystem::path& file, OpenMode mode) {
  return Memory(std::make_unique<Impl>(detail::open_database(file, mode == OpenMode::read_write)));
}

void Memory::erase(const std::filesystem::path& file) { detail::remove_database(file); }

Memory::Memory(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;
Memory::~Memory() = default;

UnitId Memory::add(const TranslationUnit& unit) { return impl_->add(unit); }

AddReport Memory::add_all(const std::function<bool(TranslationUnit&)>& next, const Progress& progress) {
  return impl_->add_all(next, 0, progress);
}

AddReport Memory::add_all(std::span<const TranslationUnit> units, const Progress& progress) {
  std::size_t i = 0;
  const auto next = [&](TranslationUnit& unit) {
    if (i == units.size()) return false;
    unit = units[i++];
    return true;
  };
  return impl_->add_all(next, units.size(), progress);
}

std::optional<TranslationUnit> Memory::get(UnitId id) const { return impl_->get(id); }
void Memory::update(UnitId id, const TranslationUnit& unit) { impl_->update(id, unit); }
void Memory::remove(UnitId id) { impl_->remove(id); }
void Memory::change_all(std::span<const UnitChange> changes, const Progress& progress) {
  impl_->change_all(changes, progress);
}
std::vector<Action> Memory::actions() const { return impl_->actions(); }
std::vector<ActionStep> Memory::steps(std::int64_t action) const { return impl_->steps(action); }
std::optional<std::int64_t> Memory::undo() { return impl_->undo(); }
std::optional<std::int64_t> Memory::redo() { return impl_->redo(); }
void Memory::undo(std::int64_t action) { impl_->undo(action); }
void Memory::set_author(std::string name) { impl_->set_author(std::move(name)); }
void Memory::forget_history() { impl_->forget_history(); }
void Memory::back_up(const std::filesystem::path& file, const Progress& progress) const {
  impl_->back_up(file, progress);
}

std::vector<Match> Memory::find(std::string_view text, const Language& from, const Language& to,
                                const FindOptions& options) const {
  return impl_->find(text, from, to, options);
}

std::vector<std::vector<Match>> Memory::find_all(std::span<const std::string> texts, const Language& from,
                                                 const Language& to, const FindOptions& options,
                                                 const Progress& progress) const {
  return impl_->find_all(texts, from, to, options, progress);
}

std::vector<ConcordanceHit> Memory::concordance(std::string_view text, const Language& language,
                                                const ConcordanceOptions& options) const {
  return impl_->concordance(text, language, options);
}

std::vector<Fragment> Memory::fragments(std::string_view text, const Language& from, const Language& to,
                                        const FragmentOptions& options) const {
  return impl_->fragments(text, from, to, options);
}

void Memory::for_each(const std::function<bool(UnitId, const TranslationUnit&)>& visit) const {
  impl_->for_each(visit);
}

std::vector<UnitId> Memory::ids() const { return impl_->ids(); }
std::size_t Memory::size() const { return impl_->size(); }
std::vector<Memory::LanguageCount> Memory::languages() const { return impl_->languages(); }
const std::filesystem::path& Memory::path() const { return impl_->path(); }

}  // namespace egiz
