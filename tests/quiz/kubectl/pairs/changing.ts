// Pairs about changing what exists: delete, edit, patch, scale, autoscale, label, annotate, set, rollout, wait.

import { patchPairs } from './patches.ts';
import { readPairs } from './read-pairs.ts';

export const changingPairs = [
  ...patchPairs,
  ...readPairs(`
delete pod x == delete po/x
delete pod x == delete pods x -n default
delete pod x != delete pod y
delete pod x != delete pod x -n web
delete pod x != delete deploy x
delete pod x != get pod x
delete pod x !! delete pods
delete pod x !! delete
delete pod x y == delete pod/y pod/x
delete pods --all == delete --all po
delete pods --all != delete pods --all -n web
delete pods --all != delete pods --all -A
delete pods --all !! delete pod x --all
delete pods -l a=b == delete pod --selector a=b
delete pods -l a=b != delete pods --all
delete pods -l a=b !! delete pods --all -l a=b
delete pod x --force --grace-period=0 == delete pod x --force
delete pod x --force --grace-period=0 == delete --grace-period 0 --force pod/x
delete pod x --force != delete pod x
delete pod x --force !! delete pod x --force --grace-period=5
delete pod x --now == delete pod x --grace-period=1
delete pod x --now == delete pod x --grace-period=0
delete pod x --now !! delete pod x --now --grace-period=3
delete pod x --wait=false != delete pod x
delete pod x --cascade=orphan == delete pod x --cascade=false
delete pod x == delete pod x --cascade=background
delete pod x --cascade=orphan != delete pod x
delete pod x !! delete pod x --cascade=none
delete pod x --dry-run=client == delete pod x --dry-run
delete pod x --dry-run=client != delete pod x --dry-run=server
delete pod x --dry-run=client != delete pod x
delete pod x -o name == delete pod x --output name
delete pod x !! delete pod x -o yaml
delete -f pod.yaml == delete --filename ./pod.yaml
delete -f pod.yaml !! delete -f pod.yaml pod x
delete -f pod.yaml -f dir == delete -f dir,pod.yaml
delete -k base == delete --kustomize=./base
delete deploy,svc x == delete deploy/x svc/x
delete ns x == delete namespace/x
edit deploy x == edit deployment/x
edit deploy x != edit deploy y
edit deploy x != get deploy x
edit deploy x !! edit deploy x -o name
patch pod x -p '{"a":1}' == patch po/x --patch '{"a": 1}'
patch pod x -p '{"a":1}' != patch pod x -p '{"a":2}'
patch pod x -p '{"a":1}' != patch pod x --type=merge -p '{"a":1}'
patch pod x -p '{"a":1}' == patch pod x --type=strategic -p '{"a":1}'
patch pod x -p '{"a":1}' --type=merge == patch pod x --type Merge -p '{"a":1}'
patch pod x -p '{"a":1}' !! patch pod x
patch pod x -p '{"a":1}' !! patch pod x -p '{"a":1}' --type=bad
scale deploy x --replicas=3 == scale deployment/x --replicas 3
scale deploy x --replicas=3 == scale --replicas=3 deployments.apps x
scale deploy x --replicas=3 != scale deploy x --replicas=30
scale deploy x --replicas=3 != scale deploy x --replicas=4
scale deploy x --replicas=3 != scale deploy y --replicas=3
scale deploy x --replicas=3 != scale sts x --replicas=3
scale deploy x --replicas=3 != scale deploy x --replicas=3 -n web
scale deploy x --replicas=3 !! scale deploy x 3
scale deploy x --replicas=3 !! scale deploy x
scale deploy x --replicas=3 !! scale deploy x --replicas=three
scale deploy x --replicas=3 !! scale deploy --replicas=3
scale deploy x --replicas=0 != scale deploy x --replicas=1
scale deploy x y --replicas=2 == scale deploy/y deploy/x --replicas=2
scale deploy --all --replicas=2 != scale deploy x --replicas=2
autoscale deploy x --max=5 == autoscale deployment/x --max 5
autoscale deploy x --min=2 --max=5 == autoscale deploy x --max=5 --min=2
autoscale deploy x --max=5 != autoscale deploy x --max=6
autoscale deploy x --max=5 != autoscale deploy x --max=5 --cpu-percent=80
autoscale deploy x --max=5 !! autoscale deploy x --min=2
autoscale deploy x --max=5 !! autoscale deploy x --max=1 --min=2
label pod x a=b == label po/x a=b
label pod x a=b == label pods x a=b -n default
label pod x a=b != label pod x a=c
label pod x a=b != label pod x b=a
label pod x a=b != annotate pod x a=b
label pod x a=b != label pod x a-
label pod x a=b c=d == label pod x c=d a=b
label pod x a=b !! label pod x
label pod x a=b !! label a=b pod x
label pod x a=b !! label pod a=b x
label pod x a=b !! label pod x a='b c'
label pod x tier=new --overwrite == label --overwrite=true pod/x tier=new
label pods --all a=b != label pod x a=b
label pods --all a=b !! label pods a=b
label node n a=b == label no n a=b -n web
label pod x tier- == label pods/x tier-
annotate pod x a=b == annotate po/x a=b
annotate pod x a='b c' == annotate pod x "a=b c"
annotate pod x a=b != annotate pod x a=c
annotate pod x note- != annotate pod x a-
annotate pod x a=b !! annotate pod x
annotate pods --all a=b != annotate pods -l x=y a=b
set image deploy/x main=nginx:2 == set image deployment x main=nginx:2
set image deploy/x main=nginx:2 != set image deploy/x main=nginx:3
set image deploy/x main=nginx:2 != set image deploy/x side=nginx:2
set image deploy/x main=nginx:2 != set image deploy/x *=nginx:2
set image deploy/x main=nginx:2 side=b:1 == set image deploy/x side=b:1 main=nginx:2
set image deploy/x main=nginx:2 !! set image deploy/x
set image deploy/x main=nginx:2 !! set image deploy/x nginx:2
set image deploy/x main=nginx:2 !! set image deploy main=nginx:2
set env deploy/x A=1 == set env deployment x A=1
set env deploy/x A=1 == set env deploy/x --env=A=1
set env deploy/x A=1 != set env deploy/x A=2
set env deploy/x A=1 != set env deploy/x A=1 -c side
set env deploy/x --list != set env deploy/x A=1
set env deploy/x OLD- != set env deploy/x OLD=2
set env deploy/x --from=configmap/c == set env deploy x --from=cm/c
set env deploy/x --from=configmap/c != set env deploy/x --from=secret/c
set resources deploy x --limits=cpu=200m == set resources deploy/x --limits=cpu=0.2
set resources deploy x --limits=cpu=200m,memory=1Gi == set resources deploy/x --limits=memory=1024Mi,cpu=200m
set resources deploy x --limits=cpu=200m != set resources deploy x --requests=cpu=200m
set resources deploy x --limits=cpu=200m != set resources deploy x --limits=cpu=2
set resources deploy x --limits=memory=1Gi != set resources deploy x --limits=memory=1G
set resources deploy x --limits=cpu=200m !! set resources deploy x
set selector svc x a=b == set selector service/x a=b
set selector svc x a=b,c=d == set selector svc x c=d,a=b
set selector svc x a=b != set selector svc x a=c
set selector svc x a=b !! set selector deploy x a=b
set serviceaccount deploy x sa == set sa deployment/x sa
set serviceaccount deploy x sa != set serviceaccount deploy x other
set subject rolebinding x --user=u == set subject rolebinding/x --user u
set subject rolebinding x --user=u != set subject rolebinding x --group=u
set subject rolebinding x --user=u != set subject clusterrolebinding x --user=u
set subject rolebinding x --user=u !! set subject rolebinding x
rollout restart deploy x == rollout restart deployment/x
rollout restart deploy x != rollout restart deploy y
rollout restart deploy x != rollout restart sts x
rollout restart deploy x != rollout status deploy x
rollout restart deploy x !! rollout restart pod x
rollout restart deploy x !! rollout restart
rollout restart deploy/x deploy/y == rollout restart deploy y x
rollout status deploy x == rollout status deployments.apps/x
rollout status deploy x != rollout status ds x
rollout history deploy x == rollout history deployment/x
rollout history deploy x == rollout history deploy x --revision=0
rollout history deploy x --revision=2 == rollout history deploy/x --revision 2
rollout history deploy x --revision=2 != rollout history deploy x --revision=1
rollout history deploy x !! rollout history deploy x --revision=-1
rollout undo deploy x == rollout undo deployment/x
rollout undo deploy x --to-revision=1 == rollout undo deploy/x --to-revision 1
rollout undo deploy x --to-revision=1 != rollout undo deploy x
rollout undo deploy x --to-revision=1 != rollout undo deploy x --to-revision=3
rollout undo deploy x !! rollout undo deploy x --revision=1
rollout undo deploy x != rollout restart deploy x
rollout pause deploy x == rollout pause deployment/x
rollout pause deploy x !! rollout pause ds x
rollout resume deploy paused-x == rollout resume deployment/paused-x
rollout resume deploy paused-x != rollout status deploy paused-x
rollout pause deploy x !! rollout stop deploy x
set --help == help set
set --help !! set
rollout --help == rollout -h
rollout --help !! rollout
wait --for=condition=Ready pod/x == wait pod x --for condition=ready
wait --for=condition=Ready pod/x == wait pod/x --for=condition=Ready=true
wait --for=condition=Ready pod/x != wait --for=delete pod/x
wait --for=condition=Ready pod/x != wait --for=condition=Ready pod/y
wait --for=condition=Ready pod/x !! wait pod/x
wait --for=condition=Ready pod/x !! wait pod/x --for=Ready
wait --for=condition=Ready pods --all != wait --for=condition=Ready pods -l app=x
wait --for=condition=Ready node/n == wait --for=condition=Ready no n -n web
`),
];
