/** Completion scripts: command names, their flags, and else files. */
import { CaseError } from "../core/case/case-error.ts";
import type { Command } from "./command.ts";

/** Throws CaseError INPUT_INVALID for a shell other than bash, zsh, fish. */
export function completionScript(shell: string, commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  if (shell === "bash" || shell === "zsh") {
    const cases = commands
      .map(
        ({ name, flags }) =>
          `      ${name}) words="${Object.keys(flags)
            .map((flag) => `--${flag}`)
            .join(" ")}";;`,
      )
      .join("\n");
    const zsh = shell === "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
    return `${zsh}_witnessmark() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names} completion --help --version"
  elif [[ "$current" == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${cases}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _witnessmark witnessmark`;
  }
  if (shell === "fish") {
    return commands
      .flatMap(({ name, summary, flags, flagHelp }) => [
        `complete -c witnessmark -n __fish_use_subcommand -a ${name} -d '${quoted(summary)}'`,
        ...Object.keys(flags).map(
          (flag) => `complete -c witnessmark -n '__fish_seen_subcommand_from ${name}' -l ${flag} -d '${quoted(flagHelp[flag] ?? "")}'`,
        ),
      ])
      .join("\n");
  }
  throw new CaseError("INPUT_INVALID", `completion: expected bash, zsh or fish; found ${shell}`);
}

function quoted(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}
