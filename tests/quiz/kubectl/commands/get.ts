// `kubectl get`, and flags wherever they may stand.

import { listCommands } from './list-commands.ts';

export const getCommands = listCommands(`
get
get pods
get pod
get po
get PODS
get PO
get Pod
get Pod.v1
get pods.v1
get pods.v1.
get pods -n default
get pods --namespace=
get pods -n ''
get pods -n web
get pods -nweb
get pods -n=web
-n web get pods
-nweb get pods
--namespace=web get pods
--namespace web get pods
get pods -n web -n default
get pods -n all
get -n web
get pods -o yaml
get pods -oyaml
get pods -o=yaml
get pods --output=yaml
get pods --output
-o yaml get pods
get -o yaml pods
get pods -o YAML
get pods -o json
get pods -o JSON
get pods -o wide
get pods -owide
get pods -o WIDE
get pods -wide
get pods -o name
get pods -o bad
get pods -o yaml -o json
get pods -o yaml --show-managed-fields
get pods --show-managed-fields
get pods -o wide -n web
get pods -nweb -owide
get po -nweb -oyaml
--namespace web get pods --output=yaml
get pods -o yaml -n web
get pods --show-labels
get pods --show-labels=false
get pods --show-labels -o name
get pods --show-labels -o wide
get pods -A
get pods --all-namespaces
get pods --all-namespaces=true
get pods --all-namespaces=false
get pods --all-namespaces false
get pods --all_namespaces
get pods -A=true
get pods -A=x
get pods -A -n web
get -A pods
-A get pods
get pods -Aowide
get pods -Ao wide
get pods -A -o wide
get pods -Az
get pod x
get pods x
get po x
get pod/x
get pods/x
get po/x
get pod x -n web
get pod x -A
get pod x y
get pod y x
get pod/x pod/y
get pod/y po/x
get pod x x
get pod pods
get pod po
get pod pods po
get pod x -o yaml
get -o yaml pod/x
get pod x -l a=b
get pod x --field-selector a=b
get pod/x svc
get pod/x/y
get pod/
get /x
get pods,
get ,pods
get pods,svc
get svc,po
get pods,services
get pods svc
get pods,pods
get pods,svc x
get pods/x svc/x
get svc/x po/x
get pods,svc x y
get services
get svc
get service
get svc x
get pod x svc y
get all
get all -n web
get pods,rc,svc,ds,deploy,rs,sts,hpa,cj,job
get all -o name
get all x
get all -A
get nodes
get no
get node
get nodes -n web
get nodes -A
get node n
get node/n
get no n -n web
get node n -A
get ns
get namespaces
get ns -n web
get deploy
get deployments
get deployment
get deployment.apps
get deployments.apps
get deploy.apps
get deployments.v1.apps
get deployments.v2.apps
get deployments.v1
get deploy.v2.apps
get hpa
get hpa.v1.autoscaling
get hpa.v2.autoscaling
get horizontalpodautoscalers.v1.autoscaling
get horizontalpodautoscalers.v2.autoscaling
get events
get ev
get events.events.k8s.io
get events.events
get events.v1
get events.v1.
get csr.certificates
get crd
get crds
get customresourcedefinitions
get limits
get ep,ev
get cs
get sc
get storageclasses
get pods -l app=x
get pods -lapp=x
get pods --selector=app=x
get pods --selector app=x
get pods -l app==x
get pods -l 'app in (x)'
get pods -l app!=x
get pods -l app
get pods -l '!app'
get pods -l a=1,b=2
get pods -l b=2,a=1
get pods -l 'a=1, b=2'
get pods -l a=1 -l b=2
get pods -l 'env in (dev,prod)'
get pods -l 'env in (prod,dev)'
get pods -l 'env notin (dev)'
get pods -l ''
get pods -l app=x -o wide
get pods -owide -l app=x
get pods --field-selector status.phase=Running
get pods --field-selector=status.phase=Running
get pods --field-selector=status.phase==Running
get pods --field-selector=status.phase!=Running
get pods --field-selector=status.phase=Running,spec.nodeName=n
get pods --field-selector=spec.nodeName=n,status.phase=Running
get pods -w
get pods --watch
get -w pods
get -wA pods
get pods --watch=false
get pods --watch-only
get pods -w --watch-only
get pods -w -o json
get pods -w --output-watch-events
get pods --output-watch-events
get pods,svc -w
get pod x y -w
get pod x -w
--watch get pods
get pods --no-headers
get pods --no-headers -o wide
get pods --no-headers -o name
get pods -L app
get pods -L app,tier
get pods -L app -L tier
get pods -L tier,app
get pods -L app -o name
get pods --show-kind
get pods,svc --show-kind
get pods --server-print=false
get pods --server-print=false -o json
get pods --sort-by=.metadata.name
get pods --sort-by=metadata.name
get pods --sort-by={.metadata.name}
get pods --sort-by='{.metadata.name}'
get pods --sort-by=.metadata.creationTimestamp
get pods --sort-by .metadata.creationTimestamp
get pods --sort-by=.metadata.creationTimestamp --chunk-size=5
get pods --chunk-size=500
get pods --chunk-size=0
get pods --chunk-size=5
get pods --chunk-size=bad
get pod x --chunk-size=5
get pods -o custom-columns=N:.metadata.name
get pods -o custom-columns=NAME:.metadata.name
get pods -o custom-columns=N:.metadata.name --no-headers
get pods -o custom-columns=N:.metadata.name,U:.metadata.uid
get pods -o custom-columns
get pods -o jsonpath={.items[*].metadata.name}
get pods -o jsonpath='{.items[*].metadata.name}'
get pods -o=jsonpath='{.items[*].metadata.name}'
get pods -ojsonpath='{.items[*].metadata.name}'
get pods -o "jsonpath={.items[*].metadata.name}"
get pods -o jsonpath --template={.items[*].metadata.name}
get pods -o jsonpath='{.items[0].metadata.name}'
get pods -o jsonpath
get pods -o jsonpath={.items[*
get pods -o go-template={{.kind}}
get pods -o template={{.kind}}
get pods --template={{.kind}}
get pods -o go-template --template={{.kind}}
get pod x --subresource=status
get pods --subresource=status
get pod x --subresource=bad
get deploy x --subresource=scale
get -f pod.yaml
get -f ./pod.yaml
get -f pod.yaml -o yaml
get -f pod.yaml pods
get --filename=pod.yaml
get -f pod.yaml -R
get -k base
get -k base/
get -k base -f pod.yaml
get -R
get --raw /api/v1/nodes/x
get --raw /api/v1/nodes/y
get --raw /api/v1/nodes/x pods
get --raw /x -o json
get --raw foo
get pods --context=dev
--context=dev get pods
get pods --as=bob
get pods --as-group=g
get pods --as=bob --as-group=g
get pods --as=bob --as-group=a,b
get pods --as=bob --as-group=a --as-group=b
get pods --request-timeout=5s
get pods --request-timeout=5
get pods --request-timeout=0
get pods --request-timeout=bad
get pods -v=0
get pods -v 8
get pods -v8
get pods --user=dev
get pods --cluster=dev
get pods --cache-dir=cc
get pods --warnings-as-errors
get pods --log-flush-frequency=1s
get pods --log-flush-frequency=bad
get pods --profile=none
get pods --profile=bad
get pods --vmodule=a=1
get pods --
get -- pods
get pods -- x
get pods -- -x
get pods ---x
get pods --=x
get pods -
get pods ''
get ''
get pod -a
get pods --export
get pods --dry-run=client
get nope
get nope x
get pod x --ignore-not-found=false
`);
