// Verbs that go into pods: logs, exec, attach, cp, debug.

import { listCommands } from './list-commands.ts';

export const podCommands = listCommands(`
logs
logs x
logs pod/x
logs po/x
logs pods/x
logs x -n web
logs -n web x
logs pod x
logs pods web
logs x side
logs x -c side
logs x --container=side
logs -c side x
logs x -cside
logs x main -c side
logs x --all-containers
logs x --all-containers=true
logs x --all-containers -c main
logs deploy/x
logs deployment/x
logs deployments.apps/x
logs deployment/x --all-pods
logs job/x
logs svc/x
logs service/x
logs rs/x
logs node/x
logs -l app=x
logs --selector=app=x
logs -l app=x -c side
logs pod/x -l app=x
logs x y z
logs -f x
logs x -f
logs --follow x
logs x --follow=true
logs -f pod/x
logs -fp x
logs x --previous
logs x -p
logs -p x
logs x --tail=5
logs x --tail 5
logs --tail=5 x
logs x --tail=50
logs x --tail=-1
logs x --tail=-2
logs -l app=x --tail=-1
logs -l app=x --tail=10
logs -l app=x --tail=5
logs x --since=1h
logs x --since=60m
logs x --since=3600s
logs x --since=2h
logs x --since=0s
logs x --since=1h30m
logs x --since=90m
logs x --since=1500ms
logs x --since=2s
logs x --since=5
logs x --since-time=2024-01-01T00:00:00Z
logs x --since-time=2024-01-01T01:00:00+01:00
logs x --since-time=bad
logs x --since=1h --since-time=2024-01-01T00:00:00Z
logs x --timestamps
logs x --timestamps=true
logs x --limit-bytes=5
logs x --limit-bytes=-5
logs x --prefix
logs x --since=-1h
logs x --insecure-skip-tls-verify-backend
logs po/x svc/y
logs -f -l app=x
logs cj/x
logs x --lines=5
exec
exec x
exec x ls
exec x -- ls
exec pod/x -- ls
exec po/x -- ls
exec x -n web -- ls
exec -n web x -- ls
exec x -- ls -n web
exec pod x -- ls
exec y -- ls
exec deploy/x -- ls
exec deployment/x -- ls
exec svc/x -- ls
exec node/x -- ls
exec x -c side -- ls
exec x --container=side -- ls
exec -c side x -- ls
exec x -i -- ls
exec x --stdin -- ls
exec x -it -- ls
exec -it x -- ls
exec -ti x -- ls
exec -i -t x -- ls
exec x --stdin --tty -- ls
exec x --stdin=true --tty=true -- ls
exec -it x -- sh
exec -it x -- /bin/sh
exec x -t -- ls
exec x -- ls -l
exec x -- -l ls
exec x -- ls -- -l
exec x -- sh -c 'ls -l'
exec x -- sh -c "ls -l"
exec x -- sh -c ls -l
exec -- x ls
exec x y -- ls
exec -f pod.yaml -- ls
exec x -q -- ls
exec x --
exec -itc side x -- ls
exec -itcside x -- ls
attach
attach x
attach pod/x
attach po/x
attach pod x
attach y
attach deploy/x
attach deployment/x
attach x -c side
attach x --container side
attach x -it
attach x -i
attach -ti x
attach x -q
attach x y
attach x y z
attach x -n web
cp
cp a
cp a b
cp x:/a b
cp y:/a b
cp x:/b b
cp default/x:/a b
cp x:/a b -n default
cp web/x:/a b
cp x:/a b -n web
cp -n web x:/a b
cp web/x:/a b -n dev
cp x:/a b -c side
cp x:/a b --container=side
cp notes.txt x:/a
cp ./notes.txt x:/a
cp notes.txt x:/b
cp notes.txt x:/a -c side
cp notes.txt web/x:/a
cp notes.txt x:/a -n web
cp notes.txt pod/x:/a
cp x:/a y:/b
cp a b c
cp :/a b
cp a/b/c:/a b
debug
debug x
debug x --image=busybox
debug pod/x --image=busybox
debug po/x --image busybox
debug y --image=busybox
debug x --image=alpine
debug x --image=busybox -n web
debug node/n --image=busybox
debug no/n --image=busybox
debug node/n
debug deploy/x --image=busybox
debug x --image=busybox -it
debug -it x --image=busybox
debug x -ti --image=busybox
debug x --image=busybox -i
debug x --image=busybox -i --attach=false
debug x --image=busybox -i --attach
debug x --image=busybox -c dbg
debug x --image=busybox --container=dbg
debug x --image=busybox --target=main
debug x --image=busybox --target main
debug x --image=busybox --copy-to=y
debug x --copy-to=y
debug x --copy-to=y --set-image=*=busybox
debug x --copy-to=y --set-image=main=busybox
debug x --image=busybox --share-processes
debug x --image=busybox --share-processes=false
debug x --image=busybox --copy-to=y --share-processes
debug x --image=busybox --copy-to=y --share-processes=false
debug x --image=busybox --profile=general
debug x --image=busybox --profile=legacy
debug x --image=busybox --profile=netadmin
debug x --image=busybox --profile=bad
debug x --image=busybox --env=A=1
debug x --image=busybox --env=A=1 --env=B=2
debug x --image=busybox -- sleep 1
debug x --image=busybox --arguments-only -- sleep 1
debug x --image=busybox --arguments-only
debug x --image=busybox --image-pull-policy=Always
debug x --image=busybox --replace
debug x --image=busybox --copy-to=y --replace
debug x --image=busybox --copy-to=y --same-node
debug x --image=busybox --same-node
debug x y --image=busybox
debug x --image=busybox -q
debug x --image=busybox -t
debug x --image=busybox --keep-labels
debug x --image=busybox --copy-to=y --keep-labels
debug x --image=busybox --copy-to=y --keep-annotations
debug x --image=busybox --copy-to=y --profile=general
debug x --image=busybox --copy-to=y --profile=general --keep-labels
debug x --image=busybox --copy-to=y --profile=general --keep-annotations
debug x --copy-to=y --set-image=*=busybox --keep-labels
debug x --copy-to=y --set-image=*=busybox --profile=general --keep-labels
debug x --copy-to=y --set-image=*=busybox --profile=general
debug x --image=busybox --copy-to=y --profile=general --share-processes
debug x --image=busybox --copy-to=y --profile=general --share-processes=false
`);
