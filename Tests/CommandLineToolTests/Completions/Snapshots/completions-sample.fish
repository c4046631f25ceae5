# TAB completion of sample 9.8.7 for fish.

# Whether the command given so far is this one; '' for none.
function __sample_command
    set -l words (commandline -opc | string match -v -- --no-color)
    test "$words[2]" = "$argv[1]"
end

complete -c sample -f

complete -c sample -n '__sample_command \'\'' -s V -l version -d 'Print the version.'
complete -c sample -n '__sample_command \'\'' -l no-color -d 'Print without colours, as if NO_COLOR were set.'
complete -c sample -n '__sample_command \'\'' -s h -l help -d 'Print this help.'
complete -c sample -n '__sample_command \'\'' -a run -d 'Simulate, print a table, write CSV.'
complete -c sample -n '__sample_command \'\'' -a compare -d 'Compare two results.'
complete -c sample -n '__sample_command \'\'' -a merge -d 'Join shards.'
complete -c sample -n '__sample_command \'\'' -a certify -d 'Prove.'
complete -c sample -n '__sample_command \'\'' -a completions -d 'Print a script that completes commands and options on TAB.'
complete -c sample -n '__sample_command \'\'' -a help -d 'Explain the program, a command or a topic.'

complete -c sample -n '__sample_command run' -l seed -x -d 'Seed of every random draw.'
complete -c sample -n '__sample_command run' -l threads -x -d 'Threads to run on.'
complete -c sample -n '__sample_command run' -l share -x -d 'Share of faulty voters.'
complete -c sample -n '__sample_command run' -l scale -x -d 'Factor for all times: "as is" is 1, [slow] isn\'t, C:\\ is no path.'
complete -c sample -n '__sample_command run' -l format -x -a 'table csv json' -d 'What goes to standard output.'
complete -c sample -n '__sample_command run' -l set -x -d 'Change a field of the scenario before anything else is done.'
complete -c sample -n '__sample_command run' -l shard -x -d 'Run only a part of the units.'
complete -c sample -n '__sample_command run' -l out -x -a '(__fish_complete_directories)' -d 'Folder to write to.'
complete -c sample -n '__sample_command run' -l junit -r -F -d 'Also write a JUnit report.'
complete -c sample -n '__sample_command run' -l note -x -d 'A note to keep with the results.'
complete -c sample -n '__sample_command run' -l force -d 'Start over.'
complete -c sample -n '__sample_command run' -l no-color -d 'Print without colours, as if NO_COLOR were set.'
complete -c sample -n '__sample_command run' -s h -l help -d 'Print this help.'
complete -c sample -n '__sample_command run' -F

complete -c sample -n '__sample_command compare' -l no-color -d 'Print without colours, as if NO_COLOR were set.'
complete -c sample -n '__sample_command compare' -s h -l help -d 'Print this help.'
complete -c sample -n '__sample_command compare' -a '(__fish_complete_directories)'

complete -c sample -n '__sample_command merge' -l in -x -a '(__fish_complete_directories)' -d 'Folder of the shards.'
complete -c sample -n '__sample_command merge' -l out -x -a '(__fish_complete_directories)' -d 'Folder of the whole.'
complete -c sample -n '__sample_command merge' -l no-color -d 'Print without colours, as if NO_COLOR were set.'
complete -c sample -n '__sample_command merge' -s h -l help -d 'Print this help.'

complete -c sample -n '__sample_command certify' -l voters -x -d 'Voters.'
complete -c sample -n '__sample_command certify' -l no-color -d 'Print without colours, as if NO_COLOR were set.'
complete -c sample -n '__sample_command certify' -s h -l help -d 'Print this help.'
complete -c sample -n '__sample_command certify' -a 'table csv json'

complete -c sample -n '__sample_command completions' -l no-color -d 'Print without colours, as if NO_COLOR were set.'
complete -c sample -n '__sample_command completions' -s h -l help -d 'Print this help.'
complete -c sample -n '__sample_command completions' -a 'bash zsh fish'

complete -c sample -n '__sample_command help' -l format -x -a 'text markdown man' -d 'For a terminal, as a page in Markdown, or everything as a man page.'
complete -c sample -n '__sample_command help' -l no-color -d 'Print without colours, as if NO_COLOR were set.'
complete -c sample -n '__sample_command help' -s h -l help -d 'Print this help.'
complete -c sample -n '__sample_command help' -a 'run compare merge certify completions help fields strategies safeguards metrics detectors guarantees'
