#include "entente/components.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace entente {
namespace {

Component find(const std::string& name) {
  for (const Component& component : components()) {
    if (component.name == name) return component;
  }
  ADD_FAILURE() << name;
  return {};
}

TEST(Components, WhatTheBuildNeedsIsThere) {
  for (const char* name : {"SQLite", "libpq", "zstd"}) {
    const Component component = find(name);
    EXPECT_EQ(component.state, Component::State::kOk) << name;
    EXPECT_NE(component.version.find('.'), std::string::npos) << name << " " << component.version;
  }
  EXPECT_EQ(find("ReadStat").state, Component::State::kOk);
}

TEST(Components, ALibraryThatIsNamedMustBeThereAndBeTheRightOne) {
  ASSERT_EQ(setenv("ENTENTE_DUCKDB", "/nowhere/libduckdb.so", 1), 0);
  EXPECT_EQ(find("DuckDB").state, Component::State::kMissing);
  EXPECT_EQ(find("DuckDB").detail, "Parquet: /nowhere/libduckdb.so is not found");
  ASSERT_EQ(setenv("ENTENTE_DUCKDB", "libz.so.1", 1), 0);
  EXPECT_EQ(find("DuckDB").detail, "Parquet: libz.so.1 is not DuckDB");
  ASSERT_EQ(unsetenv("ENTENTE_DUCKDB"), 0);
  EXPECT_NE(find("DuckDB").state, Component::State::kMissing);  // there or not, it is not needed
}

}  // namespace
}  // namespace entente
