// Pairs about looking closely: types in every spelling, formats, selectors, logs.

import { readPairs } from './read-pairs.ts';

export const lookingCloselyPairs = readPairs(`
get pods == get Pods
get pods !! get v1.pods
get pods -A=false == get pods --all-namespaces=F
get pods -A=0 != get pods -n=
get pods -owide == get pods -o=wide
get pods -o json == get pods -ojson
get pods -o name == get pods -oname --no-headers
get pods --namespace= == get pods --no-headers=false
get pods -L app == get pods --label-columns app
get pods -A=false == get pods -w=false
get pods --sort-by=.metadata.name != get pods --sort-by=name
get pods --field-selector status.phase=Running,metadata.name=x == get pods --field-selector metadata.name=x,status.phase=Running
get pods -A=false != get pods -l app=web
get pods -l app=web == get pods -l app==web
get pods -l 'app in (web)' != get pods -l 'app in (web, api)'
get pods -l app=web,tier=x == get pods -l tier=x,app=web
get pods -l app=web != get pods -l app!=web
get pods -l app=web == get pods --selector app=web
get pods -l 'app>3' == get pods -l 'app > 3'
get pods --chunk-size=500 !! get pods --chunk-size=five
get pods -A=0 == get pods --v=0
get pods --as=bob --as-group=dev !! get pods --as-group=dev
get pods x y == get pods y x
get pods/x pods/y !! get pods/x y
get pods != get pod,svc
get pod svc !! get pod, svc
get pods x !! get x pods
get pods/x !! get pods//x
get pods x -o yaml == get -o yaml pods x
get pods x x !! get pods x -A
get pods --watch !! get pods --force
get pods -wn web == get pods -wnweb
get pods -wo wide == get pods -wowide
get pods -n "" !! get pods -n
get pods -n web == get pods --namespace web
get pods -wn web !! get pods --n web
get pods --output= != get pods --output=custom-columns=N:.metadata.name
get pods -o custom-columns=NAME:.metadata.name != get pods -o custom-columns=NAME:.metadata.name,NS:.metadata.namespace
get pods -o custom-columns=NAME:.metadata.name !! get pods -o custom-columns=NAME
get pods -o jsonpath={.items[*].metadata.name} == get pods -o 'jsonpath={.items[*].metadata.name}'
get pods -o jsonpath='{.items[*].metadata.name}' != get pods -o jsonpath='.items[*].metadata.name'
get pods -o jsonpath="{.items[*].metadata.name}" == get pods -o jsonpath="{.items[*].metadata['name']}"
get pods -o jsonpath='{range .items[*]}{.metadata.name}{"\\n"}{end}' == get pods -o jsonpath="{range .items[*]}{.metadata.name}{'\\n'}{end}"
get pods -o json -o yaml != get pods -o go-template='{{range .items}}{{.metadata.name}}{{end}}'
get pods -o go-template --template='{{range .items}}{{.metadata.name}}{{end}}' == get pods --template='{{range .items}}{{.metadata.name}}{{end}}'
get pods -o go-template='{{range .items}}{{.metadata.name}}{{end}}' == get pods -o go-template='{{ range .items }}{{ .metadata.name }}{{ end }}'
get --raw /api/v1/namespaces/default/pods == get --raw=/api/v1/namespaces/default/pods
1.32: get pods x --subresource=status == get pods x --subresource status
get pods -n "" !! get pods ""
get pods --namespace= !! get pods --Output=wide
get pods -w != get pods -h
1.32: get pods -o json -o yaml != get pods --show-managed-fields -o json
1.32: get pods --all-namespaces=F == get pods --disable-compression
get deployment.apps == get deployment.v1.apps
get deploy == get Deployment
get deploy != get rs
get deployments.apps x == get deployments.apps/x
get deploy/x == get deploy/x -n default
get deploy x y == get deploy y x
get deploy/x svc/y !! get deploy/x svc y
get deploy,svc x == get deploy/x svc/x
get ns -A != get ns default
get nodes -o wide != get node/x -o wide
get pv == get persistentvolumes
get cm == get configmaps
get ep == get endpoints
get rs != get ing
get ns != get netpol
get cm != get cj
get jobs == get job
get sc != get sts
get sa == get serviceaccount
get limits == get limitranges
get crd == get customresourcedefinitions.apiextensions.k8s.io
get pv != get pdb
get role == get roles.rbac.authorization.k8s.io
get ns -n web != get clusterrolebinding -n web
get limits != get leases
get deploy != get tokenreviews
get podtemplates !! get pods.apps
describe pod x y == describe pod/x pod/y
describe pods -A == describe pods -A -n web
describe pod x == describe pod x --show-events
1.32: describe pod x --show-events == describe pod x --chunk-size=500
describe node n == describe nodes n -n web
describe -f=pod.yaml == describe -fpod.yaml
describe pod x !! desc pod x
describe pod/x pod/y != describe pod/x svc/x
logs x !! log x
logs x == logs x --all-containers=false
logs -fp x == logs -pf x
logs x --tail=-1 != logs x --tail=10
logs x --tail=-1 != logs x --tail=0
logs x --tail=0 != logs x --tail=0x10
logs x --tail=10 == logs x --tail=1_0
logs x --since=1h !! logs x --since=1d
logs x --since=1.5h == logs x --since=5400s
logs x --since-time=2024-01-01T00:00:00Z !! logs x --since-time=2024-01-01
logs x --tail=-1 == logs x --timestamps=false
logs x --limit-bytes=0 != logs x --limit-bytes=100
logs x --tail=-1 == logs x --max-log-requests=5
logs x --all-containers=false == logs x --pod-running-timeout=20s
logs -l app=x --tail=10 != logs -l app=x --all-containers
logs -l app=x --tail=5 != logs -l app=x --prefix
logs x !! logs deploy x
1.32: logs deploy/x --all-pods == logs deploy/x --all-pods --prefix
logs x != logs ds/x
logs x -f !! logs x -A
logs x -- == logs -- x
`);
