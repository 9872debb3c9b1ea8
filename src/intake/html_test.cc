#include "intake/html.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "intake/html_tree.h"
#include "intake/json_ld.h"
#include "intake/test_util.h"

namespace entente {
namespace {

std::filesystem::path pages() { return std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/data/intake/html"; }

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

std::map<std::string, int> tokens_of(const std::string& text) {
  std::map<std::string, int> counts;
  std::istringstream words(text);
  for (std::string word; words >> word;) ++counts[word];
  return counts;
}

double token_f1(const std::string& system, const std::string& gold) {
  const auto found = tokens_of(system);
  const auto expected = tokens_of(gold);
  int common = 0;
  int all = 0;
  for (const auto& [word, count] : found) {
    all += count;
    const auto same = expected.find(word);
    if (same != expected.end()) common += std::min(count, same->second);
  }
  for (const auto& [word, count] : expected) all += count;
  return all == 0 ? 0 : 2.0 * common / all;
}

// Pages in the styles of 29 kinds of sites, with menus, captions, related links, comments and notices.
TEST(HtmlPages, GiveTheArticlesText) {
  double sum = 0;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(pages())) {
    if (entry.path().extension() != ".html") continue;
    const auto all = collect_inputs({entry.path().string()});
    ASSERT_EQ(all.size(), 1U);
    ASSERT_TRUE(all[0].has_value()) << all[0].error().to_string();
    const std::string gold = content_of(std::filesystem::path(entry.path()).replace_extension(".txt"));
    const double f1 = token_f1(all[0]->text, gold);
    EXPECT_GE(f1, 0.88) << entry.path() << "\n" << all[0]->text;
    sum += f1;
    ++count;
  }
  ASSERT_GE(count, 29);
  RecordProperty("token_f1", std::to_string(sum / count));
  EXPECT_GE(sum / count, 0.98);
}

struct Metadata {
  const char* page;
  const char* title;
  const char* published;
  const char* publisher;
  const char* url;
};

class HtmlMetadata : public testing::TestWithParam<Metadata> {};

TEST_P(HtmlMetadata, IsRead) {
  const auto all = collect_inputs({(pages() / GetParam().page).string()});
  ASSERT_TRUE(all.at(0).has_value()) << all[0].error().to_string();
  EXPECT_EQ(all[0]->title.value_or(""), GetParam().title);
  EXPECT_EQ(all[0]->published.value_or(""), GetParam().published);
  EXPECT_EQ(all[0]->publisher.value_or(""), GetParam().publisher);
  EXPECT_EQ(all[0]->url.value_or(""), GetParam().url);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, HtmlMetadata,
    testing::Values(
        Metadata{"wordpress_classic.html", "Border commission meets for the first time since autumn",
                 "2024-02-19T08:30:00Z", "Highland Courier",
                 "https://highlandcourier.example/politics/border-commission-meets/"},
        Metadata{"component_blocks.html", "Kenya and Uganda end lorry dispute at lake crossing", "2023-11-07T14:12:33Z",
                 "Meridian News", "https://meridian.example/news/world-africa-5512"},
        Metadata{"amp.html", "Estonia expels two diplomats over cable inquiry", "2024-05-16", "Baltic Sentinel",
                 "https://baltic.example/2024/05/cable/"},
        Metadata{"drupal_body.html", "Council calls for release of journalists", "2020-10-12T09:00+03:00", "", ""},
        Metadata{"hashed_classes.html", "Thousands march in Bogotá against fuel levy", "2022-09-26T22:40:00Z",
                 "La Meseta", ""},
        Metadata{"live_magazine.html", "Mali's neighbours lift sanctions", "2022-07-03T19:20:00Z", "Sahel Wire", ""},
        Metadata{"long_comments.html", "Ceasefire holds for a second night", "2019-03-11T21:40", "", ""},
        Metadata{"microdata_split.html", "Vietnam and the Philippines open coast guard line",
                 "2024-01-30T16:00:00+08:00", "", ""},
        Metadata{"misnamed_wrapper.html", "Japan lends Iraq money for water works", "2018-05-02T10:00:00", "", ""},
        Metadata{"press_release_form.html", "Press release No. 41/22", "2022-02-22", "Ministry of Foreign Affairs", ""},
        Metadata{"script_only.html", "Moldova & Romania join power grids", "2024-09-03T07:00:00Z", "Prut Dispatch",
                 "https://prut.example/grid"},
        Metadata{"sectioned_feature.html", "A dam and three capitals", "2021-07-08", "The Nile Review", ""},
        Metadata{"windows_1252.html", "Spain asks Britain for data", "2011-10-04", "", ""}));

std::string page_of(const std::string& body) {
  return "<!DOCTYPE html><html><head><title>Border opens</title></head><body><div>" + body + "</div></body></html>";
}

std::string text_of(const std::string& page) {
  const auto all = collect_bytes(page);
  EXPECT_TRUE(all.at(0).has_value()) << all[0].error().to_string();
  return all[0] ? all[0]->text : std::string();
}

TEST(Html, DecodesEntitiesAndCollapsesSpace) {
  EXPECT_EQ(text_of(page_of("<p>The  minister&rsquo;s\n house &amp; gar\xC2\xAD"
                            "den were searched <b>on</b>\tMonday&nbsp;night, he said.</p>")),
            "The minister\u2019s house & garden were searched on Monday\u00A0night, he said.");
}

TEST(Html, PartsParagraphsAtDoubleBreaks) {
  const std::string second = "They will meet again in the autumn, when the new parliament has been elected.";
  EXPECT_EQ(text_of(page_of(std::string(kEnglish) + "<br><br>" + second)), std::string(kEnglish) + "\n\n" + second);
  EXPECT_EQ(text_of(page_of(std::string(kEnglish) + " Then,<br>" + second)),
            std::string(kEnglish) + " Then, " + second);
}

TEST(Html, HiddenTextIsNoText) {
  const std::string hidden = "This paragraph is hidden from the reader, it is long, and it must not be read.";
  for (const char* mark : {"hidden", "style=\"color: red; DISPLAY : none\"", "aria-hidden=true", "class=\"sr-only\""}) {
    EXPECT_EQ(text_of(page_of("<p>" + std::string(kEnglish) + "</p><p " + mark + ">" + hidden + "</p>")), kEnglish);
  }
}

TEST(Html, ImpossibleDatesInMetaTagsArePassedOver) {
  const auto all = collect_bytes(
      "<html><head><meta property='article:published_time' content='2024-02-31'><meta name='date' content='2024-03-01'>"
      "</head><body><p>" +
      std::string(kEnglish) + "</p></body></html>");
  EXPECT_EQ(all.at(0)->published, "2024-03-01");
}

TEST(Html, TheLangAttributeDecidesOnlyWhereTheTextIsTooShort) {
  const auto brief = collect_bytes("<html lang=de><body><p>Praha, Wien, Graz, Linz, Brno: 1918.</p></body></html>");
  expect_error(brief.at(0), ErrorCode::kOtherLanguage, "in", "German (de)");
  const auto longer = collect_bytes("<html lang=de><body><p>" + std::string(kEnglish) + "</p></body></html>");
  ASSERT_TRUE(longer.at(0).has_value());
  EXPECT_EQ(longer[0]->language, "en");
}

TEST(Html, APageWithoutTextIsAnError) {
  expect_error(collect_bytes("<!DOCTYPE html><html><body><nav><a href=/>Home</a></nav></body></html>").at(0),
               ErrorCode::kEmpty, "in", "no article text");
}

TEST(Html, XmlThatIsNoPageIsRefused) {
  expect_error(collect_bytes("<?xml version=\"1.0\"?><rss><channel><title>News</title></channel></rss>").at(0),
               ErrorCode::kBadFormat, "in", "XML");
}

std::string repeat(const std::string& piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

TEST(HtmlLimits, NestingOfAHundredThousandIsRefusedWithItsPlace) {
  const auto all = collect_bytes("<html><body>" + repeat("<div>", 100000) + "x" + repeat("</div>", 100000));
  expect_error(all.at(0), ErrorCode::kTooLarge, "in: byte 5012", "nests tags more than 1000 deep");
}

TEST(HtmlLimits, NestingThatEndTagsHideEndsInAnError) {
  const std::string formatting = "<html><body>" + repeat("<div><b></x></div>", 30000);
  EXPECT_EQ(collect_bytes(formatting).size(), 1U);
  for (const std::string& piece : {std::string("<div></span>"), std::string("<div><table><tr><td></div>"),
                                   std::string("<svg><title><div></svg>"), std::string("<b><p>")}) {
    const auto all = collect_bytes("<html><body>" + repeat(piece, 100000));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_FALSE(all[0].has_value());
  }
}

TEST(HtmlLimits, ExplodingMarkupRunsOutOfBudget) {
  std::string page = "<html><body>";
  for (int i = 0; i < 20000; ++i) page += "<div><b a=" + std::to_string(i) + "></div>";
  expect_error(collect_bytes(page).at(0), ErrorCode::kTooLarge, "in", "tree needs more than");
}

TEST(HtmlLimits, ManyAttributesAreRefused) {
  std::string tag = "<p";
  for (int i = 0; i < 50000; ++i) tag += " a" + std::to_string(i);
  expect_error(collect_bytes("<html><body>" + tag + " x>").at(0), ErrorCode::kTooLarge, "in: byte 12", "attributes");
}

TEST(HtmlLimits, FlatPagesAreNotRefused) {
  EXPECT_EQ(find_excess(repeat("<p>a<br><li>b<img src='x>y'>", 5000), 1000, 1000), std::string_view::npos);
  EXPECT_EQ(find_excess(repeat("<div><span>a</div>", 5000), 1000, 1000), std::string_view::npos);
  EXPECT_EQ(find_excess("<script>" + repeat("'<div>'", 5000) + "</script>", 1000, 1000), std::string_view::npos);
  EXPECT_EQ(find_excess("<!-- " + repeat("<div>", 5000) + " -->", 1000, 1000), std::string_view::npos);
}

TEST(JsonLd, FindsTheArticleWhereverItStands) {
  for (const char* script :
       {R"({"@type": "NewsArticle", "headline": "Talks"})",
        R"([{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "Talks"}])",
        R"({"@graph": [{"@type": "Person"}, {"@type": ["Thing", "Article"], "headline": "Talks"}]})",
        R"({"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "Talks"}})",
        "<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Talks\"} -->",
        "{\"@type\": \"NewsArticle\", \"headline\": \"Talks\"};"}) {
    const auto found = read_json_ld(script);
    ASSERT_TRUE(found.has_value()) << script;
    EXPECT_EQ(found->headline, "Talks") << script;
  }
  for (const char* script : {"", "{", "[]", "5", R"({"@type": "Person", "name": "Talks"})"}) {
    EXPECT_FALSE(read_json_ld(script).has_value()) << script;
  }
}

TEST(Html, DeclaredCharset) {
  EXPECT_EQ(declared_charset("<html><meta charset=\"Windows-1251\">"), "windows-1251");
  EXPECT_EQ(declared_charset("<META http-equiv=Content-Type content='text/html; charset = koi8-r'>"), "koi8-r");
  EXPECT_EQ(declared_charset("<html><body charset=x>"), "");
}

}  // namespace
}  // namespace entente
