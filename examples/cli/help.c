/* help.c - prints help from the tables of commands and options, in English or Chinese. */
#include "help.h"

#include <string.h>

#include "error.h"
#include "output.h"

#define NAME_WIDTH 21
#define OPTION_WIDTH 26

static int is_zh(const struct cli *cli)
{
    return strcmp(cli->lang, "zh") == 0;
}

static const char *in_lang(const struct cli *cli, const char *en, const char *zh)
{
    return is_zh(cli) ? zh : en;
}

static void print_pair(const char *left, int width, const char *right)
{
    int blanks = width - output_width(left);
    printf("  %s%*s%s\n", left, blanks > 1 ? blanks : 2, "", right);
}

static void print_row(const struct cli *cli, const struct command *row)
{
    char name[64];
    snprintf(name, sizeof name, "%s%s%s", row->group ? row->group : "", row->group ? " " : "", row->name);
    print_pair(name, NAME_WIDTH, in_lang(cli, row->en, row->zh));
}

static void print_option(const struct cli *cli, const struct option_row *row)
{
    char form[64], letter[8] = "";
    if (row->letter)
        snprintf(letter, sizeof letter, "-%c, ", row->letter);
    snprintf(form, sizeof form, "%s--%s%s%s", letter, row->name, row->value ? " " : "", row->value ? row->value : "");
    print_pair(form, OPTION_WIDTH, in_lang(cli, row->en, row->zh));
}

static void print_options(const struct cli *cli, option_set wanted)
{
    for (int id = 0; id < OPT_COUNT; id++)
        if (wanted & OPT_BIT(id))
            print_option(cli, &option_rows[id]);
}

static void print_rows_where(const struct cli *cli, int action)
{
    for (size_t i = 0; i < command_row_count; i++)
        if (command_rows[i].is_action == action)
            print_row(cli, &command_rows[i]);
}

static void print_all(const struct cli *cli)
{
    puts(in_lang(cli, "usage: taskledger [OPTIONS] COMMAND [ARGS]\n\ncommands:", "用法：taskledger [选项] 命令 [参数]\n\n命令："));
    print_rows_where(cli, 0);
    puts(in_lang(cli, "\nactions, each as taskledger ACTION REF [NOTE] [OPTIONS]; a REF is LEDGER/NO or a uid:",
        "\n动作，用法：taskledger 动作 编号 [内容] [选项]；编号写作 台账/号，也可用唯一标识："));
    print_rows_where(cli, 1);
    puts(in_lang(cli, "\noptions, anywhere on the line:", "\n选项，可放在任何位置："));
    print_options(cli, OPT_OF_ALL);
    puts(in_lang(cli,
        "\nexit status: 0 done, 1 refused by a rule, 2 usage, 3 not found, 4 busy, 5 damaged or not verified, 6 the system failed\n"
        "taskledger COMMAND --help tells more of a command.",
        "\n退出码：0 成功，1 违反规则，2 用法错误，3 找不到，4 忙，5 损坏或核验未通过，6 系统错误\ntaskledger 命令 --help 查看该命令的说明。"));
}

static void print_command(const struct cli *cli)
{
    const struct command *row = cli->command;
    printf("%staskledger %s%s%s%s%s\n\n%s\n", in_lang(cli, "usage: ", "用法："), row->group ? row->group : "", row->group ? " " : "", row->name,
        *row->usage ? " " : "", row->usage, in_lang(cli, row->en, row->zh));
    if (command_options(row)) {
        puts(in_lang(cli, "\noptions:", "\n选项："));
        print_options(cli, command_options(row));
    }
    puts(in_lang(cli, "\noptions of all commands:", "\n各命令通用的选项："));
    print_options(cli, OPT_OF_ALL);
}

int help_print(struct cli *cli)
{
    if (cli->word_count == 0) {
        print_all(cli);
        return EXIT_DONE;
    }
    if (cli->word_count == 1 && command_is_group(cli->words[0])) {
        for (size_t i = 0; i < command_row_count; i++)
            if (command_rows[i].group && strcmp(command_rows[i].group, cli->words[0]) == 0)
                print_row(cli, &command_rows[i]);
        return EXIT_DONE;
    }
    int status = command_find(cli);
    if (status == EXIT_DONE)
        print_command(cli);
    return status;
}
