// Verbs that change what exists: delete, edit, patch, scale, autoscale, wait.

import { listCommands } from './list-commands.ts';

export const changeCommands = listCommands(`
delete
delete pods
delete pod x
delete po x
delete pods x
delete pod/x
delete po/x
delete pod x -n web
delete -n web pod x
delete pod y
delete pod x y
delete pod y x
delete pod/x pod/y
delete pods --all
delete pods --all=true
delete pod --all
delete --all pods
delete po --all -n default
delete pods --all -n web
delete pods --all -l a=b
delete pod x --all
delete pods -l a=b
delete pod -l a=b
delete pods --selector=a=b
delete pods -l a=b,c=d
delete pods -l c=d,a=b
delete pods -l ''
delete pod,svc --all
delete svc,pod --all
delete all --all
delete pods --field-selector a=b
delete pods --all -A
delete pods --all --all-namespaces
delete pods -A
delete pod x -A
delete pod x --now
delete pod x --grace-period=1
delete pod x --now --grace-period=3
delete pod x --grace-period=0
delete pod x --grace-period=0 --force
delete pod x --force --grace-period=0
delete pod x --force --grace-period 0
delete pod x --force
delete pod x --force=true
delete pod x --force=false
delete --force pod/x
delete pod x --force --grace-period=5
delete pod x --force --now
delete pod x --grace-period=30
delete pod x --grace-period=-1
delete pod x --wait=false
delete pod x --wait
delete pod x --wait=true
delete pod x --cascade
delete pod x --cascade=true
delete pod x --cascade=background
delete pod x --cascade=false
delete pod x --cascade=orphan
delete pod x --cascade orphan
delete pod x --cascade=foreground
delete pod x --cascade=bad
delete pod x --dry-run
delete pod x --dry-run=client
delete pod x --dry-run client
delete pod x --dry-run=server
delete pod x --dry-run=none
delete pod x --dry-run=bad
delete pod x -o name
delete pod x --output=name
delete pod x -o yaml
delete -f pod.yaml
delete -f ./pod.yaml
delete --filename pod.yaml
delete -f pod.yaml pod x
delete -f pod.yaml -f dir
delete -f pod.yaml,dir
delete -f dir -f pod.yaml
delete -f dir
delete -f dir/
delete -k base
delete -k ./base
delete -k base -f pod.yaml
delete pod x -i
delete pod x --interactive
delete ns x
delete namespace x
delete ns/x -n web
delete node x
delete node x -n web
delete deploy x
delete deployment x
delete deployment/x
delete deployments.apps x
delete deploy/x svc/x
delete deploy,svc x
delete svc/x deploy/x
delete nope x
delete --raw /api/v1/x
delete pod ''
get pod x
describe pod x
edit pod x
edit po/x
edit po x -n web
edit pod x -o json
edit pod x -o yaml
edit pod x -o name
edit
edit -f pod.yaml
edit pod x --validate=false
edit pod x --validate=ignore
edit pod x --validate
edit pod x --validate=strict
edit pod x --subresource=status
edit deploy x
edit deployment/x
patch
patch pod x
patch pod x -p {}
patch pod x -p '{"a":1}'
patch pod/x -p '{"a":1}'
patch pod x --patch='{"a": 1}'
patch pod x --patch '{"a":1}'
patch pod x --patch='{"a":2}'
patch pod x -p "{"a":1}"
patch pod x --patch='{"a":1}' --type=merge
patch pod x --type merge -p '{"a":1}'
patch pod x --type=Merge -p '{"a":1}'
patch pod x --patch='[{"op":"remove","path":"/a"}]' --type=json
patch pod x --patch='{"a":1}' --type=strategic
patch pod x --patch='{"a":1}' --type=bad
patch pod x --patch-file=patch.json
patch pod x --patch-file=patch.json -p '{}'
patch pod x y -p '{"a":1}'
patch pods -p '{"a":1}'
patch -f pod.yaml -p '{"a":1}'
patch pod x -p '{"metadata":{"labels":{"a":"b","c":"d"}}}'
patch pod x -p '{"metadata":{"labels":{"c":"d","a":"b"}}}'
patch pod x -p '{"a":1}' --subresource=status
patch pod x -p '{"a":1}' --subresource=bad
patch pod x -p '{"a":1}' --local
patch pod x -p '{"a":1}' --dry-run=client
patch pod x -p '{"a":1}' --dry-run=server
patch pod x -p '{"a":1}' -o yaml
patch pod x -p '{"a":1}' -n web
scale deploy x
scale deploy x --replicas=3
scale deploy x --replicas 3
scale deployment x --replicas=3
scale deployment/x --replicas=3
scale --replicas=3 deploy/x
scale --replicas=3 deployment.apps/x
scale deploy x --replicas=03
scale deploy x --replicas=+3
scale deploy x --replicas=30
scale deploy x --replicas=4 --replicas=3
scale deploy x --replicas=abc
scale deploy x --replicas=3 -n web
scale deploy x y --replicas=3
scale deploy/x deploy/y --replicas=3
scale deploy/y deploy/x --replicas=3
scale deploy --replicas=3
scale deploy --replicas=3 --all
scale deploy x --replicas=3 --all
scale deploy --all -l a=b --replicas=3
scale deploy --replicas=3 -l a=b
scale deploy x --replicas=3 --current-replicas=7
scale deploy x --replicas=3 --current-replicas=-1
scale deploy x --replicas=-1
scale deploy x --replicas=0
scale pod x --replicas=3
scale rs x --replicas=3
scale replicaset x --replicas=3
scale sts x --replicas=3
scale statefulset/x --replicas=3
scale job x --replicas=3
scale ds x --replicas=3
scale -f deploy.yaml --replicas=3
scale deploy x --replicas=3 --dry-run=client
scale deploy x --replicas=3 --dry-run=server
scale deploy x --replicas=3 -o yaml
scale deploy x --replicas=3 -o name
scale deploy x --replicas=3 --record
scale deploy,sts x --replicas=3
scale sts,deploy x --replicas=3
autoscale deploy x
autoscale deploy x --max=5
autoscale deploy/x --max=5
autoscale deployment x --max 5
autoscale deploy x --max=6
autoscale deploy x --min=2 --max=5
autoscale deploy x --max=5 --min=2
autoscale deploy x --min=5 --max=2
autoscale deploy x --max=5 --min=1
autoscale deploy x --max=5 --cpu-percent=80
autoscale deploy x --cpu-percent=80 --max=5
autoscale deploy x --max=5 --cpu-percent=-1
autoscale deploy x --max=5 --name=y
autoscale deploy x --max=5 --name=x
autoscale pod x --max=5
autoscale sts x --max=5
autoscale deploy x --max=0
autoscale deploy x --max=5 --min=-1
autoscale deploy x --max=5 --min=0
autoscale deploy x y --max=5
autoscale deploy --max=5
wait
wait pod/x
wait pod/x --for=condition=Ready
wait pod x --for=condition=Ready
wait --for=condition=Ready pod/x
wait --for condition=Ready pod/x
wait --for=condition=ready pod/x
wait --for=condition=Ready=true pod/x
wait --for=condition=Ready=True pod/x
wait --for=condition=Available pod/x -o name
wait --for=delete pod/x
wait --for delete pod x
wait --for=bad pod/x
wait --for=condition pod/x
wait --for=condition=Ready pods --all
wait --for=condition=Ready pods -l app=x
wait --for=condition=Ready pods
wait --for=condition=Ready pods --all -A
wait --for=condition=Ready -f pod.yaml
wait --for=condition=Ready pod/x -o yaml
wait --for=condition=Ready pod/x --local
wait --for=condition=Ready pod x y
wait --for=condition=Ready node n
wait --for=condition=Ready node n -n web
wait --for=condition=Ready node/n
`);
