#compdef sample
# TAB completion of sample 9.8.7 for zsh.

_sample_commands() {
  local -a commands=(
    'run:Simulate, print a table, write CSV.'
    'compare:Compare two results.'
    'merge:Join shards.'
    'certify:Prove.'
    'completions:Print a script that completes commands and options on TAB.'
    'help:Explain the program, a command or a topic.'
  )
  _describe -t commands command commands
}

_sample_topics() {
  local -a topics=(
    'fields:Every field of a scenario file.'
    'strategies:What faulty voters do: strategies, plans and absence.'
    'safeguards:The settings of the protocol and its repairs.'
    'metrics:What is measured, and where it is written.'
    'detectors:How voting blocs are found.'
    'guarantees:What certificates prove, and what they take for granted.'
  )
  _sample_commands
  _describe -t topics topic topics
}

_sample() {
  # What stands before the command is passed over, so that each command begins the line.
  while (( CURRENT > 2 )) && [[ $words[2] == --no-color ]]; do
    shift words
    (( CURRENT-- ))
  done
  if (( CURRENT == 2 )); then
    _arguments \
      '(-V --version)-V[Print the version.]' \
      '(-V --version)--version[Print the version.]' \
      '--no-color[Print without colours, as if NO_COLOR were set.]' \
      '(-h --help)-h[Print this help.]' \
      '(-h --help)--help[Print this help.]' \
      '1:command:_sample_commands'
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
    run)
      _arguments -S \
        '--seed=[Seed of every random draw.]:N: ' \
        '--threads=[Threads to run on.]:N: ' \
        '--share=[Share of faulty voters.]:X: ' \
        '--scale=[Factor for all times\: "as is" is 1, \[slow\] isn'\''t, C\:\\ is no path.]:X: ' \
        '--format=[What goes to standard output.]:FORMAT:(table csv json)' \
        '*--set=[Change a field of the scenario before anything else is done.]:PATH=VALUE: ' \
        '--shard=[Run only a part of the units.]:K/N: ' \
        '--out=[Folder to write to.]:DIR:_files -/' \
        '--junit=[Also write a JUnit report.]:FILE:_files' \
        '--note=[A note to keep with the results.]:TEXT: ' \
        '--force[Start over.]' \
        '--no-color[Print without colours, as if NO_COLOR were set.]' \
        '(-h --help)-h[Print this help.]' \
        '(-h --help)--help[Print this help.]' \
        '*:SCENARIO:_files' ;;
    compare)
      _arguments -S \
        '--no-color[Print without colours, as if NO_COLOR were set.]' \
        '(-h --help)-h[Print this help.]' \
        '(-h --help)--help[Print this help.]' \
        ':BASE:_files -/' \
        ':NEW:_files -/' ;;
    merge)
      _arguments -S \
        '--in=[Folder of the shards.]:DIR:_files -/' \
        '--out=[Folder of the whole.]:DIR:_files -/' \
        '--no-color[Print without colours, as if NO_COLOR were set.]' \
        '(-h --help)-h[Print this help.]' \
        '(-h --help)--help[Print this help.]' ;;
    certify)
      _arguments -S \
        '--voters=[Voters.]:N: ' \
        '--no-color[Print without colours, as if NO_COLOR were set.]' \
        '(-h --help)-h[Print this help.]' \
        '(-h --help)--help[Print this help.]' \
        '::FIRST:(table csv json)' \
        '*:REST: ' ;;
    completions)
      _arguments -S \
        '--no-color[Print without colours, as if NO_COLOR were set.]' \
        '(-h --help)-h[Print this help.]' \
        '(-h --help)--help[Print this help.]' \
        ':SHELL:(bash zsh fish)' ;;
    help)
      _arguments -S \
        '--format=[For a terminal, as a page in Markdown, or everything as a man page.]:FORMAT:(text markdown man)' \
        '--no-color[Print without colours, as if NO_COLOR were set.]' \
        '(-h --help)-h[Print this help.]' \
        '(-h --help)--help[Print this help.]' \
        '::TOPIC:_sample_topics' ;;
  esac
}

if [[ $funcstack[1] == _sample ]]; then
  _sample "$@"
else
  compdef _sample sample
fi
