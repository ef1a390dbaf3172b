// Pairs about looking: get, describe, events, top, explain, api-resources, version, help.

import { readPairs } from './read-pairs.ts';

export const lookingPairs = readPairs(`
get pods == get po
get pods == get pod
get pods == get PODS
get pods == get pods -n default
get pods -n web == get pods --namespace=web
get pods -n web == get po -nweb
get pods -n web == -n web get pods
get pods -n web == get pods -n=web
get pods -n web != get pods
get pods -n web != get pods -n default
get pods -n web != get pods -A
get pods -A == get pods --all-namespaces
get pods -A == get pods -A -n web
get pods -A == get pods --all_namespaces
get pods -A !! get pods -Az
get pods -A != get pods
get pods -o yaml -n web == get po -nweb -oyaml
get pods -o yaml -n web == --namespace web get pods --output=yaml
get pods -o yaml != get pods -o json
get pods -o yaml == get pods -o YAML
get pods -o wide == get pods -owide
get pods -o wide != get pods
get pods -o wide !! get pods -wide
get pods -o name != get pods
get pods -o yaml !! get pods -o yml
get pods -o yaml !! get pods --output
get pods -o yaml == -o yaml get pods
get pods -o yaml -n web == get pods -n web -o json -o yaml
get pod x == get pod/x
get pod x == get po/x
get pod x == get pods x
get pod x != get pod y
get pod po != get pod pods
get pod x != get pods
get pod x !! get pod x -A
get pod x !! get pod x -l a=b
get pod x !! get pod/x svc
get pod x !! get pod/x/y
get pod x y == get pod y x
get pod x y == get pod/x pod/y
get pod x y != get pod x
get pods,svc == get svc,pods
get pods,svc == get po,services
get pods,svc != get pods
get pods,svc !! get pods,
get pods,svc x == get pod/x svc/x
get pods svc != get pods,svc
get all == get pods,rc,svc,ds,deploy,rs,sts,hpa,cj,job
get all != get pods
get deploy == get deployments.apps
get deploy == get deployments.v1.apps
get deploy !! get deployments.v9.apps
get deploy !! get deploys
get nodes == get no
get nodes == get nodes -n web
get nodes == get nodes -A
get nodes != get ns
get ns == get namespaces
get hpa != get horizontalpodautoscalers.v1.autoscaling
get events != get events.events.k8s.io
get crd == get customresourcedefinitions
get pods -l app=x == get pods --selector app=x
get pods -l app=x == get pods -lapp=x
get pods -l app=x == get pods -l app==x
get pods -l app=x == get pods -l 'app in (x)'
get pods -l app=x != get pods -l app=y
get pods -l app=x != get pods -l app!=x
get pods -l app=x != get pods
get pods -l a=1,b=2 == get pods -l b=2,a=1
get pods -l a=1,b=2 != get pods -l a=1 -l b=2
get pods -l 'env in (dev,prod)' == get pods -l 'env in (prod, dev)'
get pods --field-selector status.phase=Running == get pods --field-selector=status.phase==Running
get pods --field-selector status.phase=Running != get pods -l status.phase=Running
get pods -w == get pods --watch
get pods -w != get pods
get pods -w != get pods --watch-only
get pods -w !! --watch get pods
get pods --show-labels == get --show-labels pods
get pods --show-labels != get pods
get pods --show-labels !! get pods --show-labels -o name
get pods --no-headers != get pods
get pods -L app,tier == get pods -L app -L tier
get pods -L app,tier != get pods -L tier,app
get pods --sort-by=.metadata.name == get pods --sort-by metadata.name
get pods --sort-by=.metadata.name == get pods --sort-by='{.metadata.name}'
get pods --sort-by=.metadata.name != get pods --sort-by=.metadata.creationTimestamp
get pods --sort-by=.metadata.name != get pods
get pods -o jsonpath='{.items[*].metadata.name}' == get pods -o=jsonpath={.items[*].metadata.name}
get pods -o jsonpath='{.items[*].metadata.name}' == get pods -o jsonpath --template='{.items[*].metadata.name}'
get pods -o jsonpath='{.items[*].metadata.name}' != get pods -o jsonpath='{.items[0].metadata.name}'
get pods -o jsonpath='{.items[*].metadata.name}' !! get pods -o jsonpath
get pods -o custom-columns=N:.metadata.name == get pods --output custom-columns=N:.metadata.name
get pods -o custom-columns=N:.metadata.name != get pods -o custom-columns=NAME:.metadata.name
get -f pod.yaml == get -f ./pod.yaml
get -f pod.yaml !! get -f pod.yaml pods
get --raw /api/v1/nodes/x == get --raw=/api/v1/nodes/x
get --raw /api/v1/nodes/x != get --raw /api/v1/nodes/y
get pods --context=dev == --context dev get pods
get pods --context=dev != get pods
get pods --as=bob != get pods
get pods !! get
get pods !! get pods --foo
get pods !! get nope
get pods !! gets pods
get pods --request-timeout=5s == get pods --request-timeout 5
get pods --chunk-size=500 == get pods
get pods --chunk-size=0 != get pods
describe pod x == describe po/x
describe pod x == describe pods x -n default
describe pod x != describe pod y
describe pod x != get pod x
describe pod x != delete pod x
describe pod x !! describe pod x -o yaml
describe pod x != describe pods
describe node n == describe no/n -n web
describe pods -l a=b == describe -l a=b po
1.20: describe pods --show-events=false != describe pods
describe !! describe
1.26: events == events -n default
1.26: events -A == events --all-namespaces
1.26: events --for pod/x == events --for=po/x
1.26: events --for pod/x != events --for deploy/x
1.26: events --for pod/x !! events --for x
1.26: events --types=Warning == events --types warning
1.26: events --types=Warning != events --types=Normal
1.26: events != get events
top --help == help top
top --help !! top
plugin --help == help plugin
--help == help
top pod == top pods
top pod == top po
top pod x == top pods x
top pod != top node
top pod -A == top pods --all-namespaces
top pod --sort-by=cpu != top pod --sort-by=memory
top pod --sort-by=cpu !! top pod --sort-by=disk
top pod !! top pod/x
top pod --containers != top pod
top node n == top nodes n
top node == top no -n web
top node !! top node n -l a=b
1.24: explain pods == explain po
1.24: explain pods.spec == explain po.spec
1.24: explain pods.spec != explain pods
1.24: explain pods != explain pods --recursive
explain pods !! explain nope
1.24: explain deploy == explain deployments --api-version=apps/v1
api-resources --namespaced=true == api-resources --namespaced
api-resources --namespaced=true != api-resources
api-resources --api-group=apps != api-resources
api-resources -o name == api-resources --output=name
api-resources -o name !! api-resources -o yaml
api-resources --verbs=list,get == api-resources --verbs=get,list
api-versions != api-resources
api-versions !! api-versions x
cluster-info != cluster-info dump
1.21: cluster-info dump -A == cluster-info dump --all-namespaces
version --client == version --client=true
version --client != version
version -o yaml != version -o json
version -o yaml !! version -o xml
completion bash != completion zsh
completion bash !! completion
completion bash !! completion tcsh
options != help
help get == get --help
help get == get -h
help create deployment == create deploy --help
help get != help describe
plugin list !! plugin lists
kustomize base == kustomize ./base
kustomize base == kustomize base/
`);
