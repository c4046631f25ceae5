# TAB completion of sample 9.8.7 for bash.

_sample() {
  local words=() word glue=
  # Bash takes --name=value apart at the equals sign; put it together again.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ ${#words[@]} -gt 0 && ( $word == = || -n $glue ) ]]; then
      words[${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    [[ $word == = ]] && glue=1 || glue=
  done
  while [[ ${#words[@]} -gt 1 && ${words[0]} == --no-color ]]; do
    words=("${words[@]:1}")
  done
  local count=${#words[@]} current=${words[${#words[@]}-1]} command=
  (( count > 1 )) && command=${words[0]}

  local commands='run compare merge certify completions help'
  local options='--version --no-color --help' valued=
  case $command in
    run) options='--seed --threads --share --scale --format --set --shard --out --junit --note --force --no-color --help' valued='--seed --threads --share --scale --format --set --shard --out --junit --note' ;;
    compare) options='--no-color --help' valued='' ;;
    merge) options='--in --out --no-color --help' valued='--in --out' ;;
    certify) options='--voters --no-color --help' valued='--voters' ;;
    completions) options='--no-color --help' valued='' ;;
    help) options='--format --no-color --help' valued='--format' ;;
  esac

  local index operands=0 option= ended= prefix=
  for (( index = 1; index < count - 1; index++ )); do
    word=${words[index]}
    if [[ -n $ended || $word == - || $word != -* ]]; then
      (( operands++ ))
    elif [[ $word == -- ]]; then
      ended=1
    elif [[ " $valued " == *" $word "* ]]; then
      (( ++index < count - 1 )) || option=$word
    fi
  done
  if [[ -z $ended && -z $option && $current == --*=* ]]; then
    option=${current%%=*} current=${current#*=}
    [[ $COMP_WORDBREAKS == *=* ]] || prefix=$option=
  fi

  # What belongs there: words, or one of the marks <files>, <directories> and <none>.
  local wanted='<none>'
  if [[ -n $option ]]; then
    case "$command $option" in
      'run --format') wanted='table csv json' ;;
      'run --out') wanted='<directories>' ;;
      'run --junit') wanted='<files>' ;;
      'merge --in') wanted='<directories>' ;;
      'merge --out') wanted='<directories>' ;;
      'help --format') wanted='text markdown man' ;;
    esac
  elif [[ -z $ended && $current == -* ]]; then
    wanted=$options
  elif [[ -z $command ]]; then
    wanted=$commands
  else
    [[ -n $ended ]] || wanted=$options
    case "$command $operands" in
      'run '*) wanted='<files>' ;;
      'compare 0') wanted='<directories>' ;;
      'compare 1') wanted='<directories>' ;;
      'certify 0') wanted='table csv json' ;;
      'completions 0') wanted='bash zsh fish' ;;
      'help 0') wanted="$commands fields strategies safeguards metrics detectors guarantees" ;;
    esac
  fi

  COMPREPLY=()
  case $wanted in
    # No answer at all makes bash offer files, as it was told to by `-o default`.
    '<files>') ;;
    '<directories>') compopt +o default -o dirnames 2>/dev/null ;;
    *)
      compopt +o default 2>/dev/null
      [[ $wanted == '<none>' ]] ||
        COMPREPLY=($(compgen -W "$wanted" -P "$prefix" -- "$current"))
      ;;
  esac
}

complete -o default -F _sample sample
