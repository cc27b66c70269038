/* Numbers in options, read to the last byte. */
#include "support/test.h"

#include "base/number.h"

static void shares(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double want;
    } good[] = {{"0", 0},
                {"1", 1},
                {"0.6", 0.6},
                {"0.3", 0.3},
                {".25", 0.25},
                {"1.", 1},
                {"00.5", 0.5},
                {"1.000", 1},
                {"0.1", 0.1},
                {"0.7", 0.7},
                {"0.95", 0.95},
                {"0.999", 0.999},
                {"0.123456789012345", 0.123456789012345},
                {"0.00000000000000000000000000000000001", 0}};
    static const char *const bad[] = {"",
                                      ".",
                                      "1.1",
                                      "2",
                                      "-0.5",
                                      "+0.5",
                                      " 0.5",
                                      "0.5 ",
                                      "0,5",
                                      "50%",
                                      "1e-1",
                                      "0.5.0",
                                      "nan",
                                      "inf",
                                      "0x1",
                                      "1.01",
                                      "99999999999999999999"};
    double x;
    for (size_t i = 0; i < COUNT(good); i++) {
        x = -1;
        if (!lp_number_share(lp_sv_of(good[i].text), &x)) fail_msg("refused: %s", good[i].text);
        if (x != good[i].want) fail_msg("%s is %.17g", good[i].text, x);
    }
    for (size_t i = 0; i < COUNT(bad); i++) {
        x = -1;
        if (lp_number_share(lp_sv_of(bad[i]), &x)) fail_msg("taken for good: %s", bad[i]);
        assert_true(x == -1);
    }
    char many[1001];
    memset(many, '9', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    assert_false(lp_number_share(lp_sv_of(many), &x));
    many[1] = '.';
    assert_false(lp_number_share(lp_sv_of(many), &x));
    many[0] = '0';
    assert_true(lp_number_share(lp_sv_of(many), &x));
    assert_true(x > 0.999 && x <= 1);
}

static void whole_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *why, *text;
        size_t least, most;
        bool good;
        size_t want;
    } rows[] = {
        {"a number", "12", 0, 100, true, 12},
        {"the least", "1", 1, 1024, true, 1},
        {"below the least", "0", 1, 1024, false, 0},
        {"the most", "1024", 1, 1024, true, 1024},
        {"above the most", "1025", 1, 1024, false, 0},
        {"more digits than the most", "10240", 1, 1024, false, 0},
        {"leading zeros", "0007", 0, 9, true, 7},
        {"a unit is not a number", "12k", 0, 100, false, 0},
        {"nothing is not zero", "", 0, 100, false, 0},
        {"a sign is not of it", "-1", 0, 100, false, 0},
        {"nor a plus", "+1", 0, 100, false, 0},
        {"nor a blank", " 1", 0, 100, false, 0},
        {"nor a point", "1.0", 0, 100, false, 0},
        {"it must fit", "99999999999999999999", 0, SIZE_MAX, false, 0},
        {"the largest there is", "18446744073709551615", 0, SIZE_MAX, true, SIZE_MAX},
        {"one more than that", "18446744073709551616", 0, SIZE_MAX, false, 0},
        {"only zero", "0", 0, 0, true, 0},
        {"only zero, and not one", "1", 0, 0, false, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t x = 77;
        if (sizeof(size_t) < 8 && strlen(rows[i].text) > 9) continue;
        bool good = lp_number_whole(lp_sv_of(rows[i].text), rows[i].least, rows[i].most, &x);
        if (good != rows[i].good) fail_msg("%s: %s", rows[i].why, rows[i].text);
        if (good) assert_true(x == rows[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares),
        cmocka_unit_test(whole_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
