// label and annotate, and what must not be taken for them.

import { listCommands } from './list-commands.ts';

export const labelCommands = listCommands(`
label
label pod x
label pod x a=b
label pod/x a=b
label po x a=b
label pods x a=b
label pod x a=c
label pod x a=b -n web
label -n web pod x a=b
label pod x a=b c=d
label pod x c=d a=b
label pod x a-
label pod x tier-
label pods/x tier-
label pod x tier=new --overwrite
label --overwrite pod x tier=new
label --overwrite=true pods x tier=new
label pod x a=b --overwrite=false
label pod x y a=b
label pod y x a=b
label pod/x pod/y a=b
label pods --all a=b
label --all pods a=b
label pods --all -l x=y a=b
label pod x --all a=b
label pods a=b
label pods -l x=y a=b
label pods -A --all a=b
label pods -A a=b
label pods -A -l x=y a=b
label pod x -A a=b
label pod x --list
label pod/x --list
label pods --list
label pods --list --all
label pod x a=b -o yaml
label pod x a=b -o name
label pod x a=b -o wide
label pod x a=b --dry-run=client
label pod x a=b --dry-run=server
label pod x a=b --dry-run
label pod x a=b --local
label -f pod.yaml a=b
label -f pod.yaml a=b --local -o yaml
label pod x a=b --resource-version=1
label pod x a=b a=c
label pod x a=b a-
label pod x a=
label pod x a='b c'
label pod x 'a=b c'
label pod x a=b=c
label pod x -=b
label node n a=b
label node n a=b -n web
label nodes n a=b
label no/n a=b
label pod x a=b --field-selector=metadata.name=x
label pods --field-selector=metadata.name=x a=b
label a=b pod x
label pod a=b x
label ns web a=b
label namespace web a=b
label deploy x a=b
label nope x a=b
label pod x a=b --record
annotate
annotate pod x a=b
annotate pod/x a=b
annotate po x a=b
annotate pod x a=c
annotate pod x a='b c'
annotate pod x 'a=b c'
annotate pod x "a=b c"
annotate pod x a=b=c
annotate pod x note=new --overwrite
annotate pod x note-
annotate pod x a=b c=d
annotate pod x c=d a=b
annotate pod x --list
annotate pods --all a=b
annotate pods -l x=y a=b
annotate pod x
annotate pod x a=b --local
annotate pod x a=b -n web
annotate pod x a=b -o yaml
annotate pod x a=b --dry-run=client
annotate pod x y a=b
annotate -f pod.yaml a=b
annotate node n a=b -n web
annotate node n a=b
annotate deploy x a=b
annotate deployment/x a=b
annotate deployment/x a=b --resource-version=1
taint node n a=b:NoSchedule
`);
