// Pairs about changing things, closely: patches, labels, replicas, services, set, rollouts.

import { readPairs } from './read-pairs.ts';

export const changingCloselyPairs = readPairs(`
1.32: apply -f pod.yaml --server-side == apply -f pod.yaml --server-side=true
1.32: apply -f pod.yaml --server-side=false == apply -f pod.yaml --dry-run=none
1.32: apply -f pod.yaml --prune -l app=filed != apply -f pod.yaml -l app=filed
1.32: apply -f pod.yaml --overwrite == apply -f pod.yaml --overwrite=true
1.32: apply -f pod.yaml == apply -f pod.yaml --wait
1.32: apply -f pod.yaml --wait == apply -f pod.yaml --cascade
1.32: apply -k base == apply --kustomize base
apply -k base !! apply -k
apply view-last-applied pod/appliedx -o yaml != apply view-last-applied pod/appliedx -o json
1.32: replace -f pod.yaml --force != replace -f pod.yaml --force --grace-period=0
1.32: diff -f pod.yaml == diff -f pod.yaml --concurrency=1
kustomize base !! kustomize base base
patch deploy x -p '{"spec":{"replicas":4}}' == patch deploy/x -p '{"spec":{"replicas":4}}'
patch deployment x --patch '{"spec":{"replicas":4}}' == patch deployment x --patch='{"spec":{"replicas":4}}'
patch deployment x -p '{"spec":{"replicas":4}}' == patch deployment x -p ' { "spec" : { "replicas" : 4 } } '
patch deployment x -p '{"spec":{"replicas":4}}' != patch deployment x -p '{"spec":{"replicas":04}}'
patch deployment x -p '{"spec":{"replicas":4}}' != patch deployment x -p {"spec":{"replicas":4}}
patch deployment x --patch-file=patch.json == patch deployment x --patch-file patch.json
patch deployment x -p '{"spec":{"replicas":4}}' == patch deployment x --type=strategic -p '{"spec":{"replicas":4}}'
patch deployment x --type=merge -p '{"spec":{"replicas":4}}' == patch deployment x --type=Merge -p '{"spec":{"replicas":4}}'
patch deployment x --type=json -p '[{"op":"replace","path":"/spec/replicas","value":4}]' == patch deployment x --type=json -p '[{"path":"/spec/replicas","op":"replace","value":4}]'
patch deployment x --type=json -p '[{"op":"replace","path":"/spec/replicas","value":4}]' != patch deployment x -p '[{"op":"replace","path":"/spec/replicas","value":4}]'
patch deployment x -p '{"spec":{"replicas":4}}' != patch deployment x y -p '{"spec":{"replicas":4}}'
1.32: patch deployment x -p '{"spec":{"replicas":4}}' --type=merge != patch deployment x -p '{"spec":{"replicas":4}}' --subresource=scale
patch deployment x -p '{"spec":{"replicas":4}}' --dry-run=server != patch deployment x -p '{"spec":{"replicas":4}}' --dry-run=client -o yaml
patch deployment x -p '{"spec":{"replicas":4}}' !! patch deployment x -p '{"spec":{"replicas":4}}' --local
patch -f deploy.yaml -p '{"spec":{"replicas":4}}' != patch -f deploy.yaml -p '{"spec":{"replicas":4}}' --local
patch deployment x -p '{"a":1,"b":2}' == patch deployment x -p '{"b":2,"a":1}'
patch deployment x -p '{"a":2}' == patch deployment x --field-manager=kubectl-patch -p '{"a":2}'
patch node n -p '{"spec":{"unschedulable":true}}' == patch node/n -p '{"spec":{"unschedulable":true}}'
edit deployment x == edit deployment/x -n default
edit deploy x -o json == edit deploy x -ojson
edit deploy x == edit deploy x --windows-line-endings
edit deploy x != edit -f deploy.yaml
edit deploy x !! edit deploy -l app=x
label pod x a=b == label pod x "a=b"
label pod x a- != label pod x a- c=d
label pod x a=b !! label pod x a==b
label pod x app=new --overwrite == label pod x app=new --overwrite=true
label pods a=b --all != label pods a=b -l app=x
label pods -l app=x a=b == label pods --selector=app=x a=b
label pods --all a=b != label pods --all a=b -n web
label pod x a=b a=b != label pod x a=b --dry-run=client -o yaml
label pod x a/b=c != label pod x a/b/c=d
label pod x a=b a=b != label pod,svc x a=b
label pod x a=b !! label pod x a=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
annotate pod x a=b != annotate pod x a=
annotate pod x description='my frontend' == annotate pod x description="my frontend"
scale deploy x --replicas=3 == scale deploy/x --replicas=3
scale --replicas 3 deployment x == scale deployment x --replicas 3
scale deployment x --replicas=30 !! scale deployment x --replicas=-1
scale deployment x --replicas=0 !! scale deployment x
scale deployment --all --replicas=3 != scale deployment -l app=x --replicas=3
scale deployment x --replicas 3 == scale deployment x --replicas=3 --current-replicas=-1
scale deployment x --replicas=3 -o yaml != scale deployment x --replicas=3 -o name
scale deploy/x --replicas=3 != scale deploy/x sts/y --replicas=3
scale -f deploy.yaml --replicas=3 == scale --replicas=3 -f deploy.yaml
scale deployment x --replicas=0 !! scale deployment x replicas=3
scale deploy x --replicas=3 == scale deployment.apps x --replicas=3
scale deployment x --replicas=3 --replicas=4 != scale deployment x --replicas=3 --record
autoscale deploy x --min=1 --max=5 == autoscale deploy/x --min=1 --max=5
autoscale deployment x --max=5 == autoscale deployment x --min=-1 --max=5
autoscale deployment x --max=5 !! autoscale deployment x
autoscale deployment x --max=5 == autoscale deployment x --max=5 --cpu-percent=-1
autoscale deployment x --max=5 --min=1 !! autoscale deployment x --max=5 --cpu=80
autoscale deployment x --max=5 --min=1 != autoscale deployment x --max=5 -n web
autoscale rs x --max=5 !! autoscale ds x --max=5
autoscale deployment x --max=5 !! autoscale deployment x --max=-1
expose deployment x --port 80 == expose deployment x --port=80 --target-port=80
expose deployment x --port=80 --target-port=8080 == expose deployment x --target-port=8080 --port=80
expose deployment x --port=80 --protocol=TCP == expose deployment x --port=80 --name=x
expose deployment x --port=80 --name=y == expose deployment x --name=y --port=80
expose deployment x --port=80 --type=ClusterIP != expose deployment x --port=80 --type=LoadBalancer
expose deployment x --port=80 --type=LoadBalancer != expose deployment x --port=80 --type=LoadBalancer --load-balancer-ip=1.2.3.4
expose deployment x --port=80 --cluster-ip=None != expose deployment x --port=80 --cluster-ip=none
expose deployment x --port=80 --session-affinity=ClientIP != expose deployment x --port=80 --session-affinity=None
expose deployment x --port=80 --labels=app=x != expose deployment x --port=80 --labels=a=b
expose deployment x --port=80 --selector=app=x != expose deployment x --port=80 --selector=app=y
expose deployment x !! expose deployment --port=80
expose svc x --port=80 != expose svc x --port=80 --name=y
expose deployment x --port=80 --target-port=80 != expose deployment x --port=80 --dry-run=server
expose deployment x --port=80 --name=x != expose deployment x --port=80 --port=81
expose deployment x --port=80,81 != expose deployment x --port=70000
expose deployment x --port=80 --name=x !! expose deployment x --port=80 --nodeport=30000
expose deployment x --port=80 --target-port=80 == expose deployment x --port=80 --target-port=''
set image deployment/x main=nginx:2 -n default != set image deployment/x main=nginx:2 side=redis:2
set image deployment/x main=nginx:3 != set image deployment/x *=nginx:2
set image deployment/x main=nginx:3 != set image deployment/x main=
set image deployment x main=nginx:2 != set image deployments --all main=nginx:2
set image deployment x main=nginx:2 != set image deployment x y main=nginx:2
set image -f deploy.yaml main=nginx:2 != set image -f deploy.yaml main=nginx:2 --local -o yaml
set image pod/x main=nginx:2 == set image po x main=nginx:2
set image deployment/x main=nginx:2 --record !! set-image deployment/x main=nginx:2
set env deploy/x A=1 !! set env A=1 deploy/x
set env deploy/x OLD=2 == set env deploy/x OLD=2 --overwrite
set env deploy/x A=1 B=2 != set env deploy/x A=1 --list
set env deploy/x --from=configmap/c --prefix=P_ != set env deploy/x --from=configmap/c --keys=key
set env deploy --all A=1 != set env deploy --all --list
1.32: set env deploy/x A=1 != set env deploy/x a.b=1
set env deploy/x A='1 2' == set env deploy/x A="1 2"
set resources deploy/x --limits=cpu=1 == set resources deploy x --limits=cpu=1
set resources deploy/x --limits=cpu=1 != set resources deploy/x --limits=cpu=1,memory=1Gi
set resources deploy/x --limits=cpu=1 != set resources deploy/x --requests=cpu=1
set resources deploy/x --limits=cpu=1 == set resources deploy/x -c '*' --limits=cpu=1
set resources deploy/x --limits=cpu=1 !! set resources deploy/x --limits=cpu=one
set serviceaccount deploy x sa == set serviceaccount deploy/x sa
set sa deploy/x sa !! set sa deploy/x
set selector svc x app=y == set selector service x app=y
set selector svc x app=y == set selector svc x 'app=y'
set selector svc x app=y tier=z != set selector svc x app=y --resource-version=1
set subject rolebinding b --user=u --user=v == set subject rolebinding b --user=v --user=u
set subject rolebinding b --user=u != set subject rolebinding b --serviceaccount=web:sa
set subject rolebinding b --user=u !! set subject rolebinding b
rollout status deployment/x -n default == rollout status deployment/x --watch
rollout status deployment/x -w=false == rollout status deployment/x --watch=false
rollout status deployment/x --revision=3 !! rollout status deployment/x --revision=-1
rollout status deploy x != rollout status -f deploy.yaml
rollout history deployment/x --revision=0 != rollout history deployment/x --revision=3
rollout undo deploy x == rollout undo deployment x
rollout undo deployment/x --to-revision=0 !! rollout undo deployment/x --to-revision=-1
rollout restart deploy x == rollout restart deploy/x
rollout restart deployment/x -n default != rollout restart -n web deployment/x
1.32: rollout restart deployments != rollout restart deployments -l app=x
rollout restart deployment x y == rollout restart deployment y x
rollout restart ds/x !! rollout restart pod/x
rollout history deployment/x -o yaml != rollout restart deployment/x -o yaml
rollout undo deploy/x !! rollout foo deploy/x
`);
