// run and expose.

import { listCommands } from './list-commands.ts';

export const runAndExposeCommands = listCommands(`
run
run x
run x --image=nginx
run x --image nginx
run --image=nginx x
run y --image=nginx
run x --image=nginx:1.25
run x --image=redis
run pod/x --image=nginx
run x y --image=nginx
run x --image=nginx y
run x --image=nginx -- y
run x --image=nginx -- y z
run x --image=nginx --command -- y z
run x --image=nginx --command
run x --image=nginx --restart=Always
run x --image=nginx --restart=Never
run x --image=nginx --restart Never
run x --image=nginx --restart=OnFailure
run x --image=nginx --restart=Bad
run x --image=nginx --port=80
run x --image=nginx --port=bad
run x --image=nginx --port=80 --expose
run x --image=nginx --expose
run x --image=nginx --expose --port 80
run x --image=nginx --env=A=1
run x --image=nginx --env A=1
run x --image=nginx --env="A=1"
run x --image=nginx --env=A=1 --env=B=2
run x --image=nginx --env=B=2 --env=A=1
run x --image=nginx --env=A=1,B=2
run x --image=nginx --env=A
run x --image=nginx -l a=b,c=d
run x --image=nginx -l c=d -l a=b
run x --image=nginx -l a=b
run x --image=nginx -l run=x
run x --image=nginx -l a
run x --image=nginx --labels=c=d,a=b
run x --image=nginx --labels="a=b,c=d"
run x --image=nginx --annotations=a=b --annotations=c=d
run x --image=nginx --annotations=c=d --annotations=a=b
run x --image=nginx --annotations=a=b,c=d
run x --image=nginx --dry-run=client
run x --image=nginx --dry-run=client -o yaml
run x --image=nginx --dry-run=client -oyaml
run x --image=nginx -o yaml --dry-run=client
run x --image=nginx --dry-run=server
run x --image=nginx -o name
run x --image=nginx -o yaml
run x --image=nginx --rm
run x --image=nginx --rm -i
run x --image=nginx --rm -it
run x --image=nginx -it --rm
run x -it --rm --image=nginx
run x --image=nginx --stdin --tty --rm
run x --image=nginx -i
run x --image=nginx -t
run x --image=nginx -it
run -it x --image=nginx
run x --image=nginx --attach
run x --image=nginx --attach=false -i
run x --image=nginx --attach --quiet
run x --image=nginx --quiet
run x --image=nginx --image-pull-policy=Always
run x --image=nginx --image-pull-policy=IfNotPresent
run x --image=nginx --image-pull-policy=Bad
run x --image=nginx --privileged
run x --image=nginx --overrides='{"spec":{"nodeName":"x"}}'
run x --image=nginx --overrides='{"spec": {"nodeName": "x"}}'
run x --image=nginx --overrides='{"spec":{"nodeName":"y"}}'
run x --image=nginx --overrides='{bad'
run x --image=nginx --override-type=json
run x --image=nginx --leave-stdin-open
run x --image=nginx -i --leave-stdin-open
run x --image=nginx --save-config
run x --image=nginx --field-manager=me
run x --image=nginx --field-manager=kubectl-run
run x --image=
run x --image='bad image'
run x --image=nginx --replicas=2
run x --image=nginx --dry-run=client --rm -it
run x --image=nginx -it --rm --restart=Never -- sh
run x --image=nginx --rm -it --restart=Never -- sh
run x --image=nginx --tty --stdin --rm --restart Never sh
run x --image=nginx -n web
run -n web x --image=nginx
run x --image=nginx --namespace web
create deployment x --image=nginx
expose
expose pod x --port=80
expose pod/x --port=80
expose po x --port=80
expose po x --port=80 --target-port=80
expose deploy x
expose deploy x --port=80
expose deployment x --port 80
expose deployment/x --port=80
expose deploy x --port=81
expose deploy x --port=80 --target-port=8080
expose deploy x --port 80 --target-port 8080
expose deploy x --target-port=8080 --port=80
expose deploy x --port=80 --target-port=http
expose deploy x --port=80 --protocol=TCP
expose deploy x --port=80 --protocol=UDP
expose deploy x --port=80,81
expose deploy x --port=80 --name=y
expose deploy x --port=80 --name=x
expose deploy x --port=80 --type=NodePort
expose deploy x --port=80 --type NodePort
expose deploy x --port=80 --type=LoadBalancer
expose deploy x --port=80 --type=ClusterIP
expose deploy x --port=80 -l a=b
expose deploy x --port=80 -l a=b,c=d
expose deploy x --port=80 -l c=d,a=b
expose deploy x --port=80 --selector=a=b
expose deploy x --port=80 --selector=c=d,a=b
expose deploy x --port=80 --selector=a=b,c=d
expose deploy x --port=80 --external-ip=1.2.3.4
expose deploy x --port=80 --cluster-ip=None
expose deploy x --port=80 --session-affinity=ClientIP
expose deploy x --port=80 --session-affinity=None
expose deploy x --port=80 --load-balancer-ip=1.2.3.4
expose deploy x y --port=80
expose node x --port=80
expose svc x --port=80
expose svc x
expose rs x --port=80
expose sts x --port=80
expose ds x --port=80
expose -f deploy.yaml --port=80
expose deploy --port=80
expose job x --port=80
expose deploy x --port=80 --dry-run=client
expose deploy x --port=80 --dry-run=client -o yaml
expose deploy x --port=80 -n web
expose deploy x --port=80 --type=LoadBalancer --load-balancer-ip=1.2.3.4
expose deploy x --port=80 --overrides='{"spec":{"type":"ExternalName"}}'
`);
