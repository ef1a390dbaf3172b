// Pairs about templates, paths, names and properties, as kubectl reads them.

import { readPairs } from './read-pairs.ts';

export const readingCloselyPairs = readPairs(`
config set current-context dev !! config set a b
config set kind Config !! config set clusters x
config set clusters.main.server http://x !! config set clusters.main.Server http://x
config set clusters.main.server http://x != config set clusters.main.certificate-authority-data aGk=
config set clusters.main.certificate-authority-data aGk= !! config set clusters.main.certificate-authority-data hi --set-raw-bytes=false
config set users.dev.token t !! config set users.dev.as bob
config set users.dev.token t !! config set users.dev.foo t
config set contexts.dev.user main != config set contexts.dev.cluster main
config set contexts.dev.user main !! config set contexts.dev x
config set kind Config !! config set extensions.x y
config set contexts.dev.namespace web !! config set contexts.dev.namespace ''
config unset kind != config unset clusters
config unset current-context != config unset users.dev.token
config unset preferences.colors != config unset preferences
get pod x.y != get pod 'a b'
get pod x.y !! describe pod ..
get pod x.y != create deploy a/b --image=nginx
get pod x.y !! get pods -n ..
get pods -n 'a b' !! delete pods --all -n a/b
get pods -n Web !! top pods -n a/b
get pods --sort-by='{a}' == get pods --sort-by='a'
get pods --sort-by=.metadata.labels.app == get pods --sort-by=metadata.labels.app
get pods --sort-by=.a[0 != get pods --sort-by=.status.containerStatuses[0].restartCount
get pods --sort-by='{.a' != get pods -o custom-columns=A:.metadata.name,B:.status.phase
get pods -o custom-columns='A:.metadata.name,B:.status.phase' == get pods -o custom-columns='A:{metadata.name},B:status.phase'
get pods -o custom-columns='A:.metadata.name,B:.status.phase' != get pods -o custom-columns='A:.metadata.name, B:.status.phase'
get pods -o custom-columns=A:,B:.status.phase != get pods -o custom-columns=A:.spec.containers[*].image
get pods -o custom-columns='A:.spec.containers[*].image' != get pods -o custom-columns='A:.spec.containers[0].image'
get pods -o custom-columns=:.metadata.name !! get pods -o custom-columns='A:{.a}{.b}'
get pods --no-headers -o custom-columns=":metadata.name" == get pods --no-headers -o custom-columns=N:.metadata.name
get pods -o jsonpath='{.items[*].spec.containers[*].image}' == get pods -o jsonpath="{.items[*].spec.containers[*].image}"
get pods -o jsonpath='{.items[*].spec.containers[*].image}' == get pods -o jsonpath='{.items[:].spec.containers[::1].image}'
get pods -o jsonpath='{.items[*].spec.containers[*].image}' !! get pods -o jsonpath='{.items[*].spec["containers"][*].image}'
get pods -o jsonpath='{.items[0].metadata.name}' != get pods -o jsonpath='{.items[0,1].metadata.name}'
get pods -o jsonpath="{.items[*].spec.containers[*].image}" != get pods -o jsonpath="{.items[*]['metadata.name','status.phase']}"
get pods -o jsonpath='{.items[*].metadata.name}' != get pods -o jsonpath='{.items[*].metadata.name} '
get pods -o jsonpath='{.items[*].metadata.name}{"\\n"}' == get pods -o jsonpath="{.items[*].metadata.name}{'\\n'}"
get pods -o jsonpath='{.items[*].metadata.name}{"\\n"}' != get pods -o jsonpath='{.items[*].metadata.name}{"a"}'
get pods -o jsonpath='{.items[*].metadata.name}{"a"}' != get pods -o jsonpath='{.items[*].metadata.name}{"a\\"b"}'
get pods -o jsonpath='{.items[?(@.status.phase=="Running")].metadata.name}' == get pods -o jsonpath="{.items[?(@.status.phase=='Running')].metadata.name}"
get pods -o jsonpath='{.items[?(@.status.phase=="Running")].metadata.name}' !! get pods -o jsonpath='{.items[?(@.status.phase="Running")].metadata.name}'
get pods -o jsonpath='{.items[?(@.status.phase=="Running")].metadata.name}' !! get pods -o jsonpath='{.items[?(@.status.phase==Running)].metadata.name}'
get pods -o jsonpath='{range .items[*]}{.metadata.name}{"\\t"}{.status.phase}{"\\n"}{end}' == get pods -o jsonpath="{range .items[*]}{.metadata.name}{'\\t'}{.status.phase}{'\\n'}{end}"
get pods -o jsonpath='{.items[*].spec.containers[*].image}' !! get pods -o jsonpath='{rang .items[*]}{.metadata.name}{end}'
get pods -o jsonpath='{.metadata.annotations.kubernetes\\.io/x}' == get pods -o jsonpath="{.metadata.annotations['kubernetes\\.io/x']}"
get pods -o jsonpath='{.kind}' !! get pods -o jsonpath='{kind}'
get pods -o jsonpath='{}' == get pods -o jsonpath='{@}'
get pods -o jsonpath='{.items[*].*}' != get pods -o jsonpath='{.items[]}'
get pods -o jsonpath='{.items[]}' !! get pods -o jsonpath='{.items[*}'
get pods -o jsonpath='{}' != get pods -o jsonpath='{5}'
get pods -o go-template='{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}' == get pods -o go-template='{{ range .items }}{{ .metadata.name }}{{ "\\n" }}{{ end }}'
get pods -o jsonpath='{.items[*].spec.containers[*].image}' != get pods -o go-template='{{range.items}}{{.metadata.name}}{{end}}'
get pods -o go-template='{{len .items}}' != get pods -o go-template='{{if .items}}a{{else}}b{{end}}'
get pods -o go-template='{{range.items}}{{.metadata.name}}{{end}}' !! get pods -o go-template='{{}}'
get pods -o go-template='{{len .items}}' !! get pods -o go-template='{{nofunc .items}}'
run x --image=nginx:Latest !! run x --image=nginx@sha256:0123
run x --image=a__b !! run x --image=a..b
run x --image=a--b !! run x --image=a-
run x --image=nginx:Latest != run x --image=localhost:5000/a:1
run x --image=a__b != run x --image=x.y:80
run x --image=nginx:Latest != run x --image=nginx --port=+80
cp notes.txt x:/tmp//b != cp notes.txt x:/tmp/b
cp notes.txt x:/tmp//b != cp notes.txt x:./tmp/b
cp notes.txt x:b != cp notes.txt x:/
cp notes.txt x:/tmp/b != cp x:/tmp/b n
cp x:/tmp/b n != cp x:./tmp/b n
cp x:/tmp/b n != cp dir x:/tmp/b
cp x:/tmp/b n != cp app.env x:/tmp/b
port-forward x http == port-forward x http:http
port-forward svc/x 7777:7777 == port-forward svc/x 7777:7777:1
port-forward x 8080:80 8081:80 == port-forward x 8081:80 8080:80
port-forward deploy/x http != port-forward deploy/x 8080:80 --pod-running-timeout=1s
port-forward x 8080:80:90 !! attach x --pod-running-timeout=-1s
port-forward x 8080:80:90 !! logs x --pod-running-timeout=-1s
1.32: logs deploy/x --all-pods --prefix=true == logs deploy/x --all-pods --prefix=false
delete -f pod.yaml == delete -f pod.yaml --all
label -f pod.yaml a=b --all != annotate -f pod.yaml a=b --all
set image -f deploy.yaml --all main=x == set image -f deploy.yaml main=x
set image -f deploy.yaml --all main=x != set resources -f deploy.yaml --all --limits=cpu=1
delete -f pod.yaml -l app=x != delete -f pod.yaml -l app=filed
get -f pod.yaml == get -f pod.yaml --field-selector=a=b
expose deployment x --port=80,81 != expose deployment x --port=+80
expose deployment x --port=80,81 !! expose deployment x --port=80,http
expose deployment x --port=80,81 != create secret docker-registry x --from-file=notes.txt
1.32: create secret docker-registry x --from-file=notes.txt !! create secret docker-registry x --from-file=notes.txt --from-file=app.env
create secret docker-registry x --from-file=notes.txt != create service clusterip x --tcp=0
create service clusterip x --tcp=0 != create service clusterip x --tcp=080
delete -f pod.yaml != rollout undo deploy/x
1.32: config set-credentials u --exec-env=a=b == config set-credentials u --exec-env=a=
1.32: config set-credentials u --exec-env=a= == config set-credentials u --exec-env=a-
1.32: config set-credentials u --exec-env=a=b == config set-credentials u --exec-env=a=b=c
1.32: config set-credentials u --exec-env=a=b,c=d == config set-credentials u --exec-env=a=b,c
1.32: config set-credentials u --exec-command=c --exec-env=a=b --exec-env=c=d != config set-credentials u --exec-command=c --exec-env=c=d --exec-env=a=b
1.32: config set-credentials u --exec-command=c --exec-env=a=b,c=d != config set-credentials u --exec-command=c --exec-env=a-
1.32: config set-credentials u --exec-command=c --exec-env=a=b,c=d != config set-credentials u --exec-command=c --exec-api-version=client.authentication.k8s.io/v1
1.32: config set-credentials u --exec-command=c --exec-env=a- != config set-credentials u --exec-command=c --exec-arg=a
1.32: config set-credentials u --exec-command=c --exec-arg=a,b == config set-credentials u --exec-command=c --exec-arg=a --exec-arg=b
1.32: config set-credentials u --auth-provider=x != config set-credentials u --auth-provider=gcp
1.32: config set-credentials u --exec-env=a=b == config set-credentials u --auth-provider-arg=a=b
1.32: config set-credentials u --auth-provider-arg=a=b == config set-credentials u --auth-provider-arg=a-
debug no/n --image=busybox --copy-to=c --same-node == debug no/n --image=busybox --copy-to=c --replace
debug no/n --image=busybox --copy-to=c !! debug no/n --image=busybox --set-image=a=b
debug no/n --image=busybox --copy-to=c --set-image=a=b != debug no/n --copy-to=c --set-image=a=b
1.32: debug no/n --image=busybox --copy-to=c == debug no/n --image=busybox --keep-labels
1.32: debug no/n --image=busybox --copy-to=c != debug no/n --image=busybox --profile=sysadmin
debug no/n --image=busybox --copy-to=c --same-node !! debug no/n --image=busybox --same-node
debug no/n --image=busybox --arguments-only -- ls != debug no/n --image=busybox -- ls
apply -f pod.yaml --prune --all --prune-allowlist=core/v1/Pod !! apply -f pod.yaml --prune --all --prune-allowlist=v1/Pod
apply -f pod.yaml --prune --all --prune-allowlist=/v1/Pod !! apply -f pod.yaml --prune --all --prune-allowlist=a/b/c
1.32: apply -f pod.yaml --prune --all --prune-allowlist=apps/v1/Deployment == apply -f pod.yaml --prune --all --prune-allowlist=apps/v1/deployment
1.32: apply -f pod.yaml --prune --all --prune-allowlist=/v1/Pod != apply -f pod.yaml --prune-allowlist=a=b
1.32: apply -f pod.yaml --prune --all --prune-allowlist=core/v1/Pod != diff -f pod.yaml --prune -l a=b
1.32: diff -f pod.yaml --prune -l a=b != diff -f pod.yaml --prune --prune-allowlist=core/v1/Pod
patch pod x -p c != patch pod x -p '[]' --dry-run=client --type=json
patch pod x -p '{}' --dry-run=client --type=merge != patch pod x -p '{"a":1}' --dry-run=client -o yaml
patch pod x -p c !! patch -f pod.yaml -p c --local
patch pod x -p c != patch pod x -p '{a'
create ns x --dry-run=client -o yaml --as=bob !! create ns x --dry-run=client -o yaml --as-group=g
create ns x --dry-run=client -o yaml --request-timeout=5 !! create ns x --dry-run=client -o yaml --request-timeout=x
create deploy x --image=a --dry-run=client -o yaml == create deploy x --image=a --dry-run=client -o yaml --as=bob
1.32: create ns x --dry-run=client -o yaml != create job x --from=cj/y --dry-run=client -o yaml
create role r --verb=get --resource=pods --dry-run=client -o yaml == create role r --verb=get --resource=pods --dry-run=client -o yaml --as=bob
run x --image=a --dry-run=client -o yaml == run x --image=a --dry-run=client -o yaml --as=bob
1.32: create ns x --dry-run=client -o yaml != create -f pod.yaml --dry-run=client -o yaml
1.32: apply -f pod.yaml --dry-run=client -o yaml != apply -f pod.yaml --dry-run=client -o yaml --as=bob
get pods,svc != get pods,svc --sort-by .metadata.name -o yaml
get pods,svc --sort-by .metadata.name -o yaml !! get pods,svc --sort-by .metadata.name -o wide
get pods,svc --sort-by .metadata.name --server-print=false !! get pods,svc x --sort-by .metadata.name
get pods,svc --sort-by .metadata.name -o yaml !! get pod x y --sort-by .metadata.name
get pods,svc --sort-by .metadata.name -o yaml != get pods,svc --sort-by .metadata.name -o custom-columns=N:.metadata.name
get pods,svc --sort-by .metadata.name -o name !! get pods --sort-by '{.a' -o name
1.32: debug x --copy-to=y --set-image=*=busybox --profile=general == debug x --copy-to=y --set-image=*=busybox --profile=legacy
1.32: debug x --copy-to=y --set-image=*=busybox --keep-labels == debug x --copy-to=y --set-image=*=busybox --keep-labels --profile=general
1.32: debug x --copy-to=y --set-image=*=busybox --keep-labels --profile=general == debug x --copy-to=y --set-image=*=busybox --keep-init-containers=false --profile=general
debug x --copy-to=y --set-image=*=busybox --share-processes != debug x --copy-to=y --set-image=*=busybox --share-processes=false
1.32: debug x --copy-to=y --set-image=*=busybox --profile=general == debug x --copy-to=y --set-image=*=busybox --image-pull-policy=Always
1.32: debug x --copy-to=y --image=busybox == debug x --copy-to=y --image=busybox --keep-labels
debug x --copy-to=y --image=busybox --profile=general --share-processes=false != debug x --copy-to=y --image=busybox --share-processes=false
taint node n a=b:NoSchedule --validate=false --dry-run=client -o yaml == taint node n a=b:NoSchedule --dry-run=client -o yaml
taint node n a=b:NoSchedule --dry-run=client -o yaml != create deploy x --image=a --dry-run=client -o yaml
create deploy x --image=a --dry-run=server -o yaml --validate=false != create deploy x --image=a --dry-run=server -o yaml
1.32: create -f pod.yaml --dry-run=client -o yaml == create -f pod.yaml --dry-run=client -o yaml --validate=false
taint node n a=b:NoSchedule != set env deploy/x
set env deploy/x --dry-run=server == set env deploy/x --field-manager=me
1.32: events --request-timeout=5 != events -A --request-timeout=5
edit deploy x != logs x --request-timeout=5
port-forward x 80 --request-timeout=5 != port-forward x 80
delete pod x --request-timeout=5 != describe pod x --request-timeout=5
events --request-timeout=5 != cluster-info --request-timeout=5
1.32: delete pod x --request-timeout=5 != explain pod --request-timeout=5
debug x --image=a --request-timeout=5 != debug x --image=a
1.32: diff -f pod.yaml --request-timeout=5 != apply -f pod.yaml --request-timeout=5
logs x --request-timeout=5 != certificate approve x --request-timeout=5
create deploy x --image=a --dry-run=client -o yaml != get pod x -o yaml --sort-by=.metadata.name
get pod x -o yaml --sort-by=.metadata.name != get pod x --sort-by=.metadata.name
`);
