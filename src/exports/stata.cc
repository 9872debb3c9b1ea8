// Stata's .dta, version 118, by ReadStat (https://github.com/WizardMac/ReadStat).
#include <readstat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <limits>

#include "exports/row_sink.h"
#include "exports/spool.h"

namespace entente {
namespace {

constexpr std::uint8_t kVersion = 118;
constexpr std::size_t kLongestText = 2045;         // bytes of a str variable
constexpr std::size_t kLongestLabel = 80;          // characters
constexpr std::int64_t kLargestLong = 2147483620;  // Stata keeps the rest for missing values

// Days since 1960-01-01, as Stata counts them; none for a day that no calendar has.
std::optional<std::int32_t> stata_day(const std::string& iso) {
  namespace chrono = std::chrono;
  const chrono::year_month_day day{chrono::year(std::stoi(iso.substr(0, 4))),
                                   chrono::month(static_cast<unsigned>(std::stoi(iso.substr(5, 2)))),
                                   chrono::day(static_cast<unsigned>(std::stoi(iso.substr(8, 2))))};
  if (!day.ok()) return std::nullopt;
  const chrono::sys_days first = chrono::year(1960) / chrono::January / 1;
  return static_cast<std::int32_t>((chrono::sys_days(day) - first).count());
}

// No longer than `bytes`, and whole code points.
std::string cut(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text;
}

// "1 verbal cooperation, 2 material cooperation" to numbers and labels.
std::vector<std::pair<std::int32_t, std::string>> numbered(const std::string& values) {
  std::vector<std::pair<std::int32_t, std::string>> labels;
  for (std::size_t at = 0; at < values.size();) {
    const std::size_t end = std::min(values.find(", ", at), values.size());
    const std::size_t space = values.find(' ', at);
    if (space < end)
      labels.emplace_back(std::stoi(values.substr(at, space - at)), values.substr(space + 1, end - space - 1));
    at = end + 2;
  }
  return labels;
}

// No clock: the same rows are the same bytes. ReadStat writes the hour of where it runs, so this is noon everywhere.
std::time_t fixed_time() {
  std::tm noon{};
  noon.tm_year = 100;  // from 1900
  noon.tm_mday = 1;
  noon.tm_hour = 12;
  noon.tm_isdst = -1;  // as the place has it
  return std::mktime(&noon);
}

struct Variable {
  ColumnText column{};
  std::size_t width = 1;  // bytes of the longest text
  bool large = false;     // an integer that a long does not hold
  std::vector<std::string> classes;
  readstat_variable_t* handle = nullptr;

  // The number of a class's text, from 1; a new one is put at the end.
  std::int32_t number(const std::string& text) {
    auto found = std::find(classes.begin(), classes.end(), text);
    if (found == classes.end()) found = classes.insert(classes.end(), text);
    return static_cast<std::int32_t>(found - classes.begin()) + 1;
  }
};

struct Output {
  std::FILE* file = nullptr;
  bool failed = false;
};

ssize_t write_bytes(const void* data, std::size_t size, void* context) {
  auto* output = static_cast<Output*>(context);
  if (std::fwrite(data, 1, size, output->file) != size) {
    output->failed = true;
    return -1;
  }
  return static_cast<ssize_t>(size);
}

class StataSink : public RowSink {
 public:
  StataSink(std::string path, std::unique_ptr<Spool> spool, const std::vector<ColumnText>& columns,
            const ClassLabels& labels)
      : path_(std::move(path)), spool_(std::move(spool)) {
    for (const ColumnText& column : columns) {
      variables_.emplace_back().column = column;
      const auto found = labels.find(column.name);
      if (found != labels.end()) variables_.back().classes = found->second;
    }
  }

  Status row(const std::vector<Cell>& cells) override {
    std::vector<Cell> kept = cells;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      Variable& variable = variables_[i];
      if (auto* text = std::get_if<std::string>(&kept[i])) {
        *text = clean_text(*text);
        if (variable.column.type == CellType::kClass) variable.number(*text);
        if (text->size() > kLongestText) {
          *text = cut(std::move(*text), kLongestText);
          ++cut_;
        }
        variable.width = std::max(variable.width, text->size());
      } else if (const auto* whole = std::get_if<std::int64_t>(&kept[i])) {
        variable.large = variable.large || *whole > kLargestLong || *whole < -kLargestLong;
      }
    }
    ++rows_;
    return spool_->put(kept);
  }

  Status finish() override {
    Output output{std::fopen(path_.c_str(), "wb"), false};
    if (output.file == nullptr) return failed();
    Status written = write(output);
    const bool closed = std::fclose(output.file) == 0;
    return output.failed || !closed ? failed() : written;
  }

  std::int64_t cut_texts() const override { return cut_; }

 private:
  [[nodiscard]] Status failed() const {
    return Error{ErrorCode::kCannotWrite, std::string("cannot be written: ") + std::strerror(errno), path_};
  }

  Status write(Output& output) {
    const std::unique_ptr<readstat_writer_t, void (*)(readstat_writer_t*)> writer(readstat_writer_init(),
                                                                                  readstat_writer_free);
    readstat_set_data_writer(writer.get(), write_bytes);
    readstat_writer_set_file_format_version(writer.get(), kVersion);
    readstat_writer_set_file_label(writer.get(), "Entente");
    readstat_writer_set_file_timestamp(writer.get(), fixed_time());
    for (Variable& variable : variables_) declare(writer.get(), variable);
    ENTENTE_CHECK_OK(told(readstat_begin_writing_dta(writer.get(), &output, static_cast<long>(rows_))));
    ENTENTE_CHECK_OK(spool_->rewind());
    std::vector<Cell> cells(variables_.size());
    for (std::int64_t row = 0; row < rows_; ++row) {
      ENTENTE_CHECK_OK(spool_->take(cells));
      ENTENTE_CHECK_OK(told(readstat_begin_row(writer.get())));
      for (std::size_t i = 0; i < cells.size(); ++i)
        ENTENTE_CHECK_OK(told(insert(writer.get(), variables_[i], cells[i])));
      ENTENTE_CHECK_OK(told(readstat_end_row(writer.get())));
    }
    return told(readstat_end_writing(writer.get()));
  }

  Status told(readstat_error_t error) const {
    if (error == READSTAT_OK) return Unit();
    return Error{ErrorCode::kInternal, std::string("ReadStat: ") + readstat_error_message(error), path_};
  }

  static void declare(readstat_writer_t* writer, Variable& variable) {
    const ColumnText& column = variable.column;
    readstat_type_t type = READSTAT_TYPE_INT32;
    if (column.type == CellType::kText) type = READSTAT_TYPE_STRING;
    if (column.type == CellType::kNumber || variable.large) type = READSTAT_TYPE_DOUBLE;
    variable.handle =
        readstat_add_variable(writer, column.name, type, type == READSTAT_TYPE_STRING ? variable.width : 0);
    readstat_variable_set_label(variable.handle, cut(column.meaning, kLongestLabel).c_str());
    if (column.type == CellType::kDay) readstat_variable_set_format(variable.handle, "%td");
    if (column.type != CellType::kClass && column.type != CellType::kLabelled) return;
    readstat_label_set_t* labels = readstat_add_label_set(writer, READSTAT_TYPE_INT32, column.name);
    if (column.type == CellType::kLabelled) {
      for (const auto& [number, label] : numbered(column.values))
        readstat_label_int32_value(labels, number, label.c_str());
    }
    for (std::size_t i = 0; i < variable.classes.size(); ++i)
      readstat_label_int32_value(labels, static_cast<std::int32_t>(i) + 1, variable.classes[i].c_str());
    readstat_variable_set_label_set(variable.handle, labels);
  }

  static readstat_error_t insert(readstat_writer_t* writer, Variable& variable, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      if (variable.column.type == CellType::kClass)
        return readstat_insert_int32_value(writer, variable.handle, variable.number(*text));
      if (variable.column.type != CellType::kDay)
        return readstat_insert_string_value(writer, variable.handle, text->c_str());
      const auto day = stata_day(*text);
      return day ? readstat_insert_int32_value(writer, variable.handle, *day)
                 : readstat_insert_missing_value(writer, variable.handle);
    }
    if (const auto* number = std::get_if<double>(&cell))
      return readstat_insert_double_value(writer, variable.handle, *number);
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      if (variable.large) return readstat_insert_double_value(writer, variable.handle, static_cast<double>(*whole));
      return readstat_insert_int32_value(writer, variable.handle, static_cast<std::int32_t>(*whole));
    }
    return readstat_insert_missing_value(writer, variable.handle);
  }

  std::string path_;
  std::unique_ptr<Spool> spool_;
  std::vector<Variable> variables_;
  std::int64_t rows_ = 0;
  std::int64_t cut_ = 0;
};

}  // namespace

Result<std::unique_ptr<RowSink>> make_stata_sink(const std::string& path, const std::vector<ColumnText>& columns,
                                                 const ClassLabels& labels) {
  ENTENTE_TRY(auto spool, Spool::open(path));
  return std::unique_ptr<RowSink>(std::make_unique<StataSink>(path, std::move(spool), columns, labels));
}

}  // namespace entente
