// Pairs about what is inside: logs, exec, attach, port-forward, cp, debug, nodes, access, contexts.

import { readPairs } from './read-pairs.ts';

export const insidePairs = readPairs(`
logs x == logs pod/x
logs x == logs x -n default
logs x != logs y
logs x != logs x -p
logs x !! logs
logs x -c side == logs x side
logs x -c side == logs -c side po/x
logs x -c side != logs x --all-containers
logs x -c side !! logs x side -c side
logs x -f == logs --follow pod/x
logs x -f != logs x
logs x -p == logs x --previous
logs x --tail=5 == logs --tail 5 x
logs x --tail=5 != logs x --tail=50
logs x == logs x --tail=-1
logs x !! logs x --tail=-2
logs x --since=1h == logs x --since 60m
logs x --since=1h != logs x --since=2h
logs x --since=1h !! logs x --since=1hour
logs -l app=x == logs --selector=app=x
logs -l app=x == logs -l app=x --tail=10
logs -l app=x != logs -l app=x --tail=-1
logs -l app=x !! logs pod/x -l app=x
logs deploy/x == logs deployment/x
logs deploy/x != logs x
logs x --timestamps != logs x
exec x -- ls == exec pod/x -- ls
exec x -- ls -l != exec x -- -l ls
exec x -- ls != exec y -- ls
exec x -- ls != exec x -- ps
exec x -c side -- ls == exec x --container=side -- ls
exec x -c side -- ls != exec x -- ls
exec -it x -- sh == exec x -it -- sh
exec -it x -- sh == exec -i -t x -- sh
exec -it x -- sh == exec x --stdin --tty -- sh
exec -it x -- sh != exec -it x -- bash
exec -it x -- sh != exec -i x -- sh
1.31: exec x -- ls !! exec x ls
exec x -- ls !! exec x
exec x -n web -- ls != exec x -- ls -n web
exec deploy/x -- ls == exec deployments.apps/x -- ls
exec x -- sh -c 'ls -l' == exec x -- sh -c "ls -l"
exec x -- sh -c 'ls -l' != exec x -- sh -c ls -l
attach x == attach pod/x
attach x == attach pod x
attach x != attach y
attach x -c side != attach x
attach x -it == attach -ti x
attach x !! attach
port-forward x 18101:80 == port-forward pod/x 18101:80
port-forward x 18102 == port-forward x 18102:18102
port-forward svc/x 18103:7777 == port-forward service/x 18103:7777
port-forward x 18104:80 != port-forward y 18104:80
port-forward x 18105:80 != port-forward x 18106:80
port-forward x 18107:80 !! port-forward x
port-forward x 18108:80 != port-forward deploy/x 18108:80
cp x:/a b == cp default/x:/a b
cp x:/a b -n web == cp web/x:/a b
cp x:/a b == cp x:/a ./b
cp x:/a b != cp x:/b b
cp x:/a b != cp y:/a b
cp notes.txt x:/a != cp x:/a notes.txt
cp x:/a b !! cp x:/a
cp x:/a b !! cp x:/a y:/b
cp x:/a b !! cp a b
1.28: debug x --image=busybox == debug pod/x --image busybox
1.28: debug x --image=busybox -it == debug -ti x --image=busybox
1.28: debug x --image=busybox != debug x --image=alpine
1.28: debug x --image=busybox != debug x --image=busybox --target=main
1.28: debug x --image=busybox !! debug x
1.28: debug node/n --image=busybox == debug no/n --image=busybox
1.28: debug node/n --image=busybox != debug n --image=busybox
1.28: debug x --image=busybox --copy-to=y != debug x --image=busybox --copy-to=z
cordon n == cordon node/n
cordon n != uncordon n
cordon n != cordon m
cordon n != drain n
cordon n == cordon n -n web
cordon n !! cordon
cordon n !! cordon pod/n
cordon n m == cordon m n
uncordon n == uncordon no/n
uncordon n != uncordon m
uncordon n !! uncordon
drain n == drain node/n
drain n != drain m
drain n --grace-period=30 != drain n
drain n !! drain
drain n !! drain n -l a=b
taint node n a=b:NoSchedule == taint nodes n a=b:NoSchedule
taint node n a=b:NoSchedule != taint node n a=b:NoExecute
taint node n a=b:NoSchedule != taint node n a=c:NoSchedule
taint node n a=b:NoSchedule != taint node m a=b:NoSchedule
taint node n a=b:NoSchedule !! taint node n a=b:noschedule
taint node n a=b:NoSchedule !! taint node/n a=b:NoSchedule
taint node n a:NoSchedule == taint no n a=:NoSchedule
taint node n old:NoSchedule- == taint node n old=1:NoSchedule-
taint node n old:NoSchedule- != taint node n old-
certificate --help == help certificate
auth --help == help auth
auth --help != auth can-i --help
config --help == help config
config --help !! config
certificate approve c == certificate approve csr/c
certificate approve c != certificate deny c
certificate approve c != certificate approve d
certificate deny c == certificate deny c -n web
certificate approve c !! certificate approve
auth can-i get pods == auth can-i get po
auth can-i get pods == auth can-i get pod -n default
auth can-i get pods != auth can-i list pods
auth can-i get pods != auth can-i get pods -n web
auth can-i get pods != auth can-i get pods --as=bob
auth can-i get pods --as=bob == --as bob auth can-i get pods
auth can-i get pods != auth can-i get pods --subresource=log
auth can-i get pods !! auth can-i get
auth can-i --list != auth can-i get pods
auth can-i --list !! auth can-i --list pods
1.28: auth whoami == auth whoami -n web
1.28: auth whoami != auth whoami -o yaml
auth reconcile -f pod.yaml !! auth reconcile
config view == config view -o yaml
config view != config view --minify
config view != config view -o json
config get-contexts == config get-contexts --no-headers=false
config get-contexts -o name != config get-contexts
config get-contexts !! config get-context
config current-context != config get-contexts
config use-context dev == config use dev
config use-context dev != config use-context staging
config use-context dev !! config use-context
config set-context --current --namespace=web == config set-context --namespace web --current
config set-context --current --namespace=web != config set-context --current --namespace=dev
config set-context --current --namespace=web !! config set-context --current -n web
config set-context --current --namespace=web != config set-context dev --namespace=web
config set-cluster c --server=https://1.2.3.4 == config set-cluster c --server https://1.2.3.4
config set-cluster c --server=https://1.2.3.4 != config set-cluster d --server=https://1.2.3.4
1.21: config set-credentials u --token=t == config set-credentials u --token t
1.21: config set-credentials u --token=t != config set-credentials u --token=s
config set contexts.dev.namespace web != config set contexts.dev.namespace dev
config unset current-context != config unset contexts.dev
config delete-context dev != config delete-context staging
config delete-cluster dev != config delete-cluster staging
config delete-user dev != config delete-user staging
config rename-context dev new != config rename-context staging new
config rename-context dev new !! config rename-context dev
config get-clusters == config get-clusters x
config get-users != config get-clusters
proxy --port=18120 == proxy -p 18120
proxy --port=18121 != proxy --port=18122
proxy !! proxy --ports=18123
`);
