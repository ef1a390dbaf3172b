// `kubectl create TYPE …`.

import { listCommands } from './list-commands.ts';

export const createCommands = listCommands(`
create
create foo
create deployment x
create deployment x --image=nginx
create deploy x --image=nginx
create deployments x --image=nginx
create deployment x --image nginx
create deployment --image=nginx x
create deployment y --image=nginx
create deployment x --image=redis
create deployment x --image=a --image=b
create deployment x --image=b --image=a
create deployment x --image=a,b
create deployment x --image=nginx --replicas=1
create deployment x --image=nginx --replicas=3
create deployment x --image=nginx --replicas 3
create deployment x --image=nginx -r 3
create deployment x --image=nginx -r3
create deployment x --image=nginx --replicas=30
create deployment x --image=nginx --replicas=-1
create deployment x --image=nginx --port=80
create deployment x --image=nginx --port=8080
create deployment x --image=nginx -- sleep 5
create deployment x --image=nginx -- sleep 6
create deployment x --image=nginx sleep 5
create deployment x --image=a --image=b -- sleep
create deployment --image=nginx
create deployment x y --image=nginx
create deployment deploy/x --image=nginx
create deployment x --image=nginx --dry-run=client -o yaml
create deployment x --image=nginx -o yaml --dry-run=client
create deployment x --image=nginx --dry-run -o yaml
create deployment x --image=nginx --dry-run=client -o json
create deployment x --image=nginx --dry-run=client
create deployment x --image=nginx --dry-run=server
create deployment x --image=nginx -o name
create deployment x --image=nginx -o wide
create deployment x --image=nginx --save-config
create deployment x --image=nginx --validate=false
create deployment x --image=nginx -n web
create -n web deployment x --image=nginx
-n web create deploy x --image=nginx
run x --image=nginx
create namespace x
create ns x
create ns
create ns x y
create ns x -n web
create ns y
create ns x --dry-run=client -o yaml
create ns x --dry-run=client -o yaml -n web
create configmap x
create cm x --from-literal=a=1
create configmap x --from-literal=a=1
create configmap x --from-literal a=1
create cm x --from-literal=a=2
create cm x --from-literal=a=1 --from-literal=b=2
create cm x --from-literal=b=2 --from-literal=a=1
create cm x --from-literal=a=1,b=2
create cm x --from-literal=a
create cm x --from-literal==a
create cm x --from-literal=a=
create cm x --from-literal=a=b=c
create cm x --from-literal='a="1"'
create cm x --from-literal=a='"1"'
create cm x --from-literal=a="'1'"
create cm x --from-literal='a b=1'
create cm x --from-literal=a=1 --from-literal=a=1
create cm x --from-file=notes.txt
create cm x --from-file=./notes.txt
create cm x --from-file=k=notes.txt
create cm x --from-file=notes.txt=notes.txt
create cm x --from-file=notes.txt --from-file=patch.json
create cm x --from-file=patch.json --from-file=notes.txt
create cm x --from-file=a=b=c
create cm x --from-env-file=app.env
create cm x --from-env-file=./app.env
create cm x --from-env-file=app.env --from-literal=a=1
create cm x --append-hash --from-literal=a=1
create cm x y
create cm x -n web
create secret
create secret x
create secret generic x
create secret generic x --from-literal=a=1
create secret generic x --from-literal=a=1 --type=Opaque
create secret generic x --from-literal=a=1 --from-file=notes.txt
create secret generic x --from-file=notes.txt --from-literal=a=1
create secret generic x --type=t
create secret generic x -n web
create secrets generic x
create secret tls x
create secret docker-registry x
create secret docker-registry x --docker-username=u --docker-password=p
create secret docker-registry x --docker-password=p --docker-username=u
create secret docker-registry x --docker-username=u --docker-password=p --docker-email=e
create secret docker-registry x --docker-username=u --docker-password=p --docker-server=https://index.docker.io/v1/
create secret docker-registry x --docker-username=u --docker-password=p --docker-server=example.com
create service
create svc clusterip x --tcp=80:80
create service clusterip x --tcp=80
create service clusterip x --tcp 80:80
create service clusterip x
create service clusterip x --tcp=80:8080
create service clusterip x --clusterip=None
create service clusterip x --clusterip=None --tcp=80
create service clusterip x --clusterip=1.2.3.4
create service clusterip x --tcp=80 --tcp=81
create service clusterip x --tcp=80,81
create service clusterip x --tcp=81,80
create service clusterip x --tcp=80:http
create service clusterip x --tcp=bad
create service clusterip x --tcp=80:81:82
create service nodeport x --tcp=80
create service nodeport x --tcp=80 --node-port=30080
create service nodeport x --tcp=80 --node-port=0
create service nodeport x
create service loadbalancer x --tcp=80
create svc loadbalancer x --tcp=80:80
create service externalname x --external-name=e.com
create service externalname x --external-name e.com
create service externalname x
create sa x
create serviceaccount x
create serviceaccount x y
create sa x -n web
create role x --verb=get --resource=pods
create role x --verb get --resource pods
create role x --resource=pods --verb=get
create role x --verb=get,list --resource=pods
create role x --verb=get --verb=list --resource=pods
create role x --verb=list,get --resource=pods
create role x --verb=get,get --resource=pods
create role x --verb=get --resource=po
create role x --verb=get --resource=pod
create role x --verb=get --resource=pods --resource=deployments.apps
create role x --verb=get --resource=pods,deployments
create role x --verb=get --resource=deployments.apps,pods
create role x --verb=get --resource=pods,pods
create role x --verb=get --resource=pods/log
create role x --verb=get --resource=po/log
create role x --verb=get --resource=pods --resource-name=a
create role x --verb=get --resource=pods --resource-name=a --resource-name=b
create role x --verb=get --resource=pods --resource-name=b --resource-name=a
create role x --verb=get --resource=pods,svc --resource-name=a
create role x --verb=* --resource=*
create role x --verb='*' --resource='*'
create role x --verb=get --verb=* --resource=pods
create role x --verb=* --resource=pods
create role x --verb=fly --resource=pods
create role x --verb=get --resource=nope
create role x --verb=get
create role x --resource=pods
create role x --verb=get --resource=pods -n web
create clusterrole x --verb=get --resource=pods
create clusterrole x --verb=get --resource=pods -n web
create clusterrole x --verb=get --resource=pods,nodes
create clusterrole x --verb=get --resource=nodes,pods
create clusterrole x --verb=get --non-resource-url=/logs
create clusterrole x --verb=get --non-resource-url=logs
create clusterrole x --verb=get --resource=pods --non-resource-url=/logs
create clusterrole x --aggregation-rule=a=b
create clusterrole x --aggregation-rule=a=b --verb=get --resource=pods
create clusterrole x --verb=get --resource=pods --resource-name=a
create rolebinding x --role=r --user=u
create rolebinding x --user=u --role=r
create rolebinding x --clusterrole=r --user=u
create rolebinding x --user=u
create rolebinding x --role=r
create rolebinding x --role=r --clusterrole=c
create rolebinding x --role=r --user=a --user=b
create rolebinding x --role=r --user=b --user=a
create rolebinding x --role=r --user=a,b
create rolebinding x --role=r --user=a --user=a
create rolebinding x --role=r --group=g
create rolebinding x --role=r --serviceaccount=ns:sa
create rolebinding x --role=r --serviceaccount=sa
create rolebinding x --role=r --user=u -n web
create clusterrolebinding x --clusterrole=r --user=u
create clusterrolebinding x --user=u
create clusterrolebinding x --clusterrole=r --user=u -n web
create clusterrolebinding x --clusterrole=r --serviceaccount=a:b --group=g --user=u
create job x --image=busybox
create job x --image=busybox -- date
create job x --image=busybox date
create job x --image=alpine -- date
create job x --from=cronjob/c
create job x --from=cj/c
create job x --from=cronjobs/c
create job x --from=c
create job x --from=deploy/c
create job x --from=cronjob/c --image=b
create job x --from=cronjob/c -- date
create job x
create cronjob x --image=b --schedule='* * * * *'
create cj x --image=b --schedule="* * * * *"
create cj x --image=b --schedule='* * * * *' -- date
create cj x --schedule='* * * * *' --image=b -- date
create cj x --image=b --schedule=* * * * *
create cronjob x --image=b
create cronjob x --schedule='* * * * *'
create cronjob x --image=b --schedule='0 * * * *'
create cronjob x --image=b --schedule='* * * * *' --restart=Never
create cronjob x --image=b --schedule='* * * * *' --restart=OnFailure
create cronjob x --image=b --schedule='* * * * *' a
create ingress x --rule=a.com/=svc:80
create ing x --rule=a.com/=svc:80
create ingress x --rule='a.com/*=svc:80'
create ingress x --rule=a.com/=svc:80,tls=s
create ingress x --rule=a.com/=svc:80,tls
create ingress x --rule=a.com/=svc:80 --class=nginx
create ingress x --class=nginx --rule a.com/=svc:80
create ingress x --default-backend=svc:80
create ingress x --rule=bad
create ingress x
create ingress x --rule=a.com/=svc:http
create ingress x --rule=a.com/=svc:80 --annotation=a=b
create ingress x --rule=a.com/=svc:80 --rule=b.com/=svc:80
create ingress x --rule=b.com/=svc:80 --rule=a.com/=svc:80
create quota x
create quota x --hard=cpu=1,pods=2
create quota x --hard=pods=2,cpu=1
create resourcequota x --hard=pods=2,cpu=1
create quota x --hard=cpu=1
create quota x --hard=cpu=1000m
create quota x --hard=cpu=2,cpu=1
create quota x --hard=memory=1Gi
create quota x --hard=memory=1024Mi
create quota x --hard=bad
create quota x --hard=cpu=1 --scopes=BestEffort
create quota x --hard=cpu=1 --scopes=BestEffort,NotTerminating
create quota x --hard=cpu=1 --scopes=NotTerminating,BestEffort
create pdb x --selector=app=a --min-available=1
create poddisruptionbudget x --min-available 1 --selector app=a
create pdb x --selector=app=a --max-unavailable=1
create pdb x --selector=app=a
create pdb x --min-available=1
create pdb x --selector=app=a --min-available=50%
create pdb x --selector=app=a --min-available=abc
create pdb x --selector=app=a --min-available=1 --max-unavailable=1
create pdb x --selector=app=a,b=c --min-available=1
create pdb x --selector=b=c,app=a --min-available=1
create pdb x --selector='app in (a)' --min-available=1
create priorityclass x --value=10
create pc x --value=10
create priorityclass x
create priorityclass x --value=0
create priorityclass x --value=10 --global-default
create priorityclass x --value=10 --global-default=true
create priorityclass x --value=10 --description=d
create priorityclass x --value=10 --description="a b"
create priorityclass x --value=10 --preemption-policy=Never
create priorityclass x --value=10 --preemption-policy=PreemptLowerPriority
create priorityclass x --value=10 --preemption-policy=Bad
create token sa
create token
create token sa --duration=1h
create token sa --duration=60m
create token sa --duration=10m
create token sa --duration=-1h
create token sa --duration=0s
create token sa --audience=a --audience=b
create token sa --audience=b --audience=a
create token sa --bound-object-kind=Pod --bound-object-name=p
create token sa --bound-object-kind=Pod
create token sa --bound-object-kind=Bad --bound-object-name=p
create token sa --bound-object-name=p
create token sa -o yaml
create token sa -n web
`);
