// Rollouts, and the `set` commands.

import { listCommands } from './list-commands.ts';

export const rollAndSetCommands = listCommands(`
rollout
rollout foo
rollout status
rollout status deploy
rollout status deploy x
rollout status deploy/x
rollout status deployment/x
rollout status deployments.apps x
rollout status deploy/x -n web
rollout status pod/x
rollout status ds/x
rollout status daemonset x
rollout status sts/x
rollout status deploy x y
rollout status deploy -l app=x
rollout history deploy x
rollout history deployment/x
rollout history deploy/x --revision=2
rollout history deploy/x --revision 2
rollout history deploy/x --revision=1
rollout history deploy/x --revision=0
rollout history deploy/x --revision=-1
rollout history deploy/x -o yaml
rollout history deploy
rollout history ds/x
rollout history pod/x
rollout undo deploy x
rollout undo deployment/x
rollout undo deploy/x --to-revision=1
rollout undo deploy/x --to-revision 1
rollout undo deploy/x --to-revision=0
rollout undo deploy/x --to-revision=3
rollout undo deploy/x --dry-run=client
rollout undo deploy/x --dry-run=server
rollout undo deploy/x -o name
rollout undo pod/x
rollout undo sts/x
rollout undo deploy
rollout restart deploy x
rollout restart deployment/x
rollout restart deployments x
rollout restart deploy/x deploy/y
rollout restart deploy/y deploy/x
rollout restart deploy x y
rollout restart deploy
rollout restart deploy,ds
rollout restart -l app=x deploy
rollout restart deploy --selector=app=x
rollout restart pod x
rollout restart deploy/x -o yaml
rollout restart deploy/x -n web
rollout restart -n web deploy x
rollout restart -f deploy.yaml
rollout restart rs/x
rollout restart sts x
rollout restart ds/x
rollout pause deploy x
rollout pause deploy/x
rollout pause ds x
rollout resume deploy/paused-x
rollout resume deployment paused-x
rollout pause deploy -n web
set
set foo
set env
set env deploy/x A=1
set env deploy x A=1
set env deployment/x A=1
set env deploy/x A=2
set env deploy/x A=1 B=2
set env deploy/x B=2 A=1
set env deploy/x A=1 B=2 -n web
set env deploy/x OLD-
set env deploy x OLD-
set env deploy/x -e A=1
set env deploy/x --env=A=1
set env deploy/x --env=A=1 B=2
set env deploy/x --list
set env deploy/x --list=true
set env deploy/x --from=configmap/c
set env deploy/x --from=cm/c
set env deploy/x --from=secret/c --prefix=P_
set env deploy/x --from=secret/c
set env --all deploy A=1
set env deploy A=1
set env deploy -l a=b A=1
set env deploy/x A=1 -c side
set env deploy/x A=1 --containers=side
set env deploy/x A=1 -c '*'
set env deploy/x A=1 --overwrite
set env deploy/x A=1 --local
set env deploy/x A=1 --dry-run=client
set env deploy/x A=1 --dry-run=server
set env deploy/x A=1 -o yaml
set env pod/x A=1
set env svc/x A=1
set env deploy/x A=1 --resolve
set env deploy/x 1A=2
set env deploy/x A
set image deploy/x main=nginx:2
set image deploy x main=nginx:2
set image deployment/x main=nginx:2
set image deploy/x main=nginx:3
set image deploy/x main=nginx:2 side=b:1
set image deploy/x side=b:1 main=nginx:2
set image deploy/x *=nginx:2
set image deploy/x '*=nginx:2'
set image deploy/x nginx:2
set image deploy/x
set image deploy main=nginx:2
set image deploy --all main=nginx:2
set image deploy x --all main=nginx:2
set image deploy --all -l a=b main=nginx:2
set image deploy -l a=b main=nginx:2
set image deploy/x deploy/y main=nginx:2
set image deploy x y main=nginx:2
set image pod/x main=nginx:2
set image pod x main=nginx:2 --record
set image svc/x main=nginx:2
set image -f deploy.yaml main=nginx:2
set image deploy/x main=nginx:2 --local
set image deploy/x main=nginx:2 --dry-run=client
set image deploy/x main=nginx:2 -n web
set image deploy/x main=
set image deploy/x main=a=b
set resources deploy x --limits=cpu=200m
set resources deploy/x --limits=cpu=200m
set resources deploy/x --limits cpu=200m
set resources deploy/x --limits=cpu=200m,memory=512Mi
set resources deploy/x --limits=memory=512Mi,cpu=200m
set resources deploy/x --limits=cpu=0.2
set resources deploy/x --limits=cpu=0.20
set resources deploy/x --limits=cpu=2
set resources deploy/x --limits=cpu=2000m
set resources deploy/x --limits=memory=1Gi
set resources deploy/x --limits=memory=1024Mi
set resources deploy/x --limits=memory=1G
set resources deploy/x --limits=memory=1000M
set resources deploy/x --limits=memory=1e9
set resources deploy/x --limits=memory=0.5Ki
set resources deploy/x --limits=memory=512
set resources deploy/x --requests=cpu=200m
set resources deploy/x
set resources deploy/x --limits=bad
set resources deploy/x --limits=cpu=bad
set resources deploy/x --limits=cpu=200m -c main
set resources deploy --all --limits=cpu=200m
set resources deploy --limits=cpu=200m
set resources svc/x --limits=cpu=200m
set selector svc x a=b
set selector svc/x a=b
set selector service x a=b
set selector service x a=b,c=d
set selector service x c=d,a=b
set selector service x 'a in (b)'
set selector svc x
set selector deploy x a=b
set selector svc x y a=b
set selector svc --all a=b
set selector svc x --all a=b
set serviceaccount deploy --all sa
set serviceaccount deploy x --all sa
set subject rolebinding --all -l a=b --user=u
set env deploy x --all A=1
set env pods,deploy --all A=1
set resources deploy --all -l a=b --limits=cpu=1
set serviceaccount deploy x sa
set sa deploy/x sa
set serviceaccount deployment x sa
set serviceaccount deploy/x other
set serviceaccount deploy x
set serviceaccount deploy/x deploy/y sa
set serviceaccount pod x sa
set serviceaccount svc x sa
set serviceaccount deploy x sa --dry-run=client
set subject rolebinding x --user=u
set subject rolebinding/x --user=u
set subject rolebinding x --user=a --user=b
set subject rolebinding x --user=a,b
set subject rolebinding x --user=b --user=a
set subject rolebinding x --group=g
set subject rolebinding x --serviceaccount=ns:sa
set subject rolebinding x --serviceaccount=sa
set subject rolebinding x
set subject clusterrolebinding x --user=u
set subject role x --user=u
`);
