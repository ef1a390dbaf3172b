// Pairs about deleting, nodes, rights, kubeconfig and the cluster, closely.

import { readPairs } from './read-pairs.ts';

export const managingCloselyPairs = readPairs(`
delete pod x == delete pod x -n default
delete pod x --grace-period=1 == delete pod x --grace-period 1
delete pod x --now !! delete pod x --now --force
1.32: delete pod x --now=false == delete pod x --interactive=false
delete pod x !! delete pod
delete pods --all != delete pods -l app=x
delete pods -l app=x != delete pods -l app=x,tier=y
delete pods --field-selector=status.phase=Failed == delete pods --field-selector status.phase==Failed
delete pod,svc x == delete svc,pod x
delete pods -l app=x != delete pod,svc -l app=x
delete pods -l app=x != delete all -l app=x
delete -f pod.yaml -f deploy.yaml == delete -f deploy.yaml -f pod.yaml
delete -f pod.yaml == delete -f pod.yaml --all
delete pod x -n web != delete ns web
delete ns web == delete ns/web -n x
delete deploy x == delete deployment.apps x
delete -f=pod.yaml != delete --raw=/api/v1/namespaces/default/pods/x
delete pod x x !! rm pod x
delete pod x !! delete pod ""
drain n != drain node n
drain -l a=b == drain --selector=a=b
uncordon n != uncordon node n
taint no n a=b:NoSchedule !! taint n a=b:NoSchedule
taint nodes n a=b:NoSchedule !! taint nodes n a=b:noschedule
taint nodes n a:NoSchedule == taint nodes n a=:NoSchedule
taint nodes n a:NoSchedule != taint nodes n old-
taint nodes n a=b:NoSchedule c=d:NoExecute != taint nodes n c=d:NoExecute a=b:NoSchedule
taint nodes n a=b:NoSchedule c=d:NoExecute != taint nodes n a=b:NoSchedule a=b:NoExecute
taint nodes n a=b:NoSchedule == taint nodes n a=b:NoSchedule --overwrite=false
taint nodes n a=b:NoSchedule != taint nodes n m a=b:NoSchedule
taint nodes n a=b:NoSchedule --overwrite != taint nodes n a=b:NoSchedule --dry-run=server
taint nodes n a=b:NoSchedule !! taint nodes a=b:NoSchedule
taint nodes n a=b:NoSchedule == taint nodes n a=b:NoSchedule -n web
top pods != top pods -A
top pods --containers == top pods --containers=true
top pods --sort-by=cpu != top pods --sort-by=memory
top pods -A != top pods -l app=x
1.32: top pods --sum == top pods --sum=true
1.32: top pods --use-protocol-buffers=true != top pods --use-protocol-buffers=false
top pods -A !! top pods x y
1.32: top nodes --sort-by=cpu != top nodes --show-capacity
top nodes == top nodes -n web
auth can-i get pods == auth can-i get pods -n default
auth can-i get pods --as=bob == auth can-i --as=bob get pods
auth can-i get deployments != auth can-i get deployment/x
auth can-i '*' '*' == auth can-i * *
auth can-i get /logs != auth can-i get /logs/
auth can-i --as=bob get pods !! auth can-i --list get pods
auth can-i get pods -n web != auth can-i create deployments --namespace web
1.32: auth whoami -o yaml != auth whoami -o json
1.32: auth whoami -o yaml != auth whoami -o name
auth can-i get pods == auth can-i get pods --all-namespaces=false
config view -o json != config view -o jsonpath='{.users[*].name}'
config view --minify == config view --minify -n web
config current-context !! config current
config set-context --current --namespace=web == config set-context --current=true --namespace=web
config set-context --current --namespace=web != config set-context --current --namespace=
config view -n web != config set contexts.main.namespace web
config set current-context dev !! config set a.b c
config set-context dev --namespace=web != config set-cluster dev --server http://x
config set-cluster dev --insecure-skip-tls-verify=true != config set-cluster dev
api-resources --namespaced !! api-resources --namespaced true
api-resources -o name == api-resources -oname
api-resources !! api-resource
1.32: explain pod.spec != explain pod.spec --recursive
1.32: explain pod == explain pod --api-version=v1
explain deployment --api-version=apps/v1 !! explain deployment --api-version=extensions/v1beta1
explain pod !! explain foo
1.32: explain pod --api-version=v1 == explain pod --output=plaintext
debug x --image=busybox == debug x --image busybox
debug x -it --image=busybox != debug x -it --image=busybox --target=main
debug x --copy-to=y --set-image=main=nginx:2 != debug x --copy-to=y --set-image=*=nginx:2
debug -it x --image=busybox != debug -it node/n --image=busybox
debug x --image=busybox --profile=legacy !! debug x --image=busybox --profile=foo
debug x -it --image=busybox -- sh != debug x --image=busybox --arguments-only -- sh
1.32: events --for pod/x == events --for pods/x
events x != certificate approve x
certificate approve x y == certificate approve y x
cluster-info == cluster-info x
version !! ver
completion bash !! completion Bash
events !! plugins list
events != alpha
`);
