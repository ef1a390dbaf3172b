// cordon, uncordon, drain, taint, certificate, auth.

import { listCommands } from './list-commands.ts';

export const nodeCommands = listCommands(`
cordon
cordon n
cordon node/n
cordon no/n
cordon nodes/n
cordon node n
cordon n m
cordon m n
cordon n/m
cordon pod/n
cordon -l a=b
cordon --selector=a=b
cordon --selector a=b
cordon n -l a=b
cordon n --dry-run=client
cordon n --dry-run=server
cordon n --dry-run
cordon n -n web
cordon n --force
uncordon
uncordon paused-n
uncordon node/paused-n
uncordon m
uncordon paused-n --dry-run=client
uncordon -l a=b
drain
drain n
drain node/n
drain m
drain n m
drain n -l a=b
drain n --grace-period=0
drain n --grace-period=-1
drain n --grace-period=30
drain n --grace-period 30
drain n --pod-selector=a=b
drain n --pod-selector='a in ('
drain n --disable-eviction
drain n --dry-run=client
drain n --dry-run=server
drain n --chunk-size=1
drain n --chunk-size=500
drain n -n web
drain n --delete-local-data
drain n --ignore-daemonsets=false
drain n --force=false
taint
taint node n a=b:NoSchedule
taint nodes n a=b:NoSchedule
taint no n a=b:NoSchedule
taint node n a=c:NoSchedule
taint node n a=b:NoExecute
taint node n a=b:PreferNoSchedule
taint node/n a=b:NoSchedule
taint node n a:NoSchedule
taint node n a=:NoSchedule
taint node n a=b:Bad
taint node n a=b
taint node n a
taint node n old-
taint node n old:NoSchedule-
taint node n old=1:NoSchedule-
taint node n old=2:NoSchedule-
taint nodes n old:NoSchedule-
taint node n old=2:NoSchedule --overwrite
taint node n old=2:NoSchedule --overwrite=true
taint node n a=b:NoSchedule c=d:NoExecute
taint node n a=b:NoSchedule --overwrite
taint nodes --all a=b:NoSchedule
taint --all nodes a=b:NoSchedule
taint nodes -l x=y a=b:NoSchedule
taint nodes -l x=y --all a=b:NoSchedule
taint node a=b:NoSchedule
taint node n m a=b:NoSchedule
taint node m n a=b:NoSchedule
taint node n --all a=b:NoSchedule
taint pod x a=b:NoSchedule
taint node n a=b:NoSchedule --dry-run=client
taint node n a=b:NoSchedule -n web
taint node n a=b:NoSchedule -o yaml
taint node n a=b:NoSchedule --validate=false
taint node n
taint node n a=b:NoSchedule a=c:NoSchedule
taint node n a=b:NoSchedule a=c:NoExecute
certificate
certificate approve
certificate approve c
certificate approve csr/c
certificate approve certificatesigningrequest/c
certificate approve d
certificate approve c d
certificate approve csr c
certificate approve c -n web
certificate approve c -o yaml
certificate approve pod/c
certificate deny c
certificate deny csr/c
auth
auth can-i
auth can-i get pods
auth can-i get pod
auth can-i get po
auth can-i get Pods
auth can-i GET pods
auth can-i list pods
auth can-i get pods/log
auth can-i get pods --subresource=log
auth can-i get pod/x
auth can-i get pods/x
auth can-i get po/x
auth can-i get pods x
auth can-i get deployments
auth can-i get deployments.apps
auth can-i get deploy
auth can-i list nodes
auth can-i list nodes -n web
auth can-i list no
auth can-i get nope
auth can-i get /logs
auth can-i get /logs -n web
auth can-i '*' '*'
auth can-i "*" "*"
auth can-i --list
auth can-i --list -n web
auth can-i --list --no-headers
auth can-i get pods --list
auth can-i get pods -A
auth can-i get pods --all-namespaces
auth can-i get pods -n web
auth can-i get pods -q
auth can-i get pods --quiet
auth can-i get pods --as=bob
auth can-i get pods --as bob
--as=bob auth can-i get pods
auth can-i get pods --as=bob --as-group=g
auth can-i get pods --as=alice
auth can-i get pods --as=system:serviceaccount:web:default
auth can-i get
auth can-i get pods a b
auth can-i create deployments --namespace dev
auth can-i create deployments -n dev
auth can-i create deploy --namespace=dev
auth can-i get pods --no-headers
auth whoami
auth whoami -o yaml
auth whoami --output=yaml
auth whoami x
auth reconcile
`);
