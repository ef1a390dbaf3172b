// Pairs about making: create, run, expose, apply, replace, diff.

import { readPairs } from './read-pairs.ts';

export const makingPairs = readPairs(`
create deployment x --image=nginx == create deploy x --image nginx
create deployment x --image=nginx == create deployment --image=nginx x
create deployment x --image=nginx == create deployment x --image=nginx -n default
create deployment x --image=nginx != create deployment y --image=nginx
create deployment x --image=nginx != create deployment x --image=redis
create deployment x --image=nginx != create deployment x --image=nginx -n web
create deployment x --image=nginx != run x --image=nginx
create deployment x --image=nginx !! create deployment x
create deployment x --image=nginx !! create deployment --image=nginx
create deployment x --image=nginx !! create deployments x --image=nginx
create deployment x --image=nginx !! create deployment x y --image=nginx
create deployment x --image=nginx --replicas=3 == create deploy x -r 3 --image=nginx
create deployment x --image=nginx --replicas=3 != create deployment x --image=nginx
create deployment x --image=nginx == create deployment x --image=nginx --replicas=1
create deployment x --image=nginx --port=80 != create deployment x --image=nginx --port=8080
create deployment x --image=nginx -- sleep 5 != create deployment x --image=nginx
create deployment x --image=nginx -- sleep 5 !! create deployment x --image=nginx sleep 5
create deployment x --image=nginx --dry-run=client -o yaml == create deploy x --image=nginx -oyaml --dry-run=client
create deployment x --image=nginx --dry-run=client -o yaml != create deployment x --image=nginx -o yaml
create deployment x --image=nginx --dry-run=client -o yaml != create deployment x --image=nginx --dry-run=client -o json
create deployment x --image=nginx --dry-run=client -o yaml != create deployment x --image=nginx --dry-run=client
create deployment x --image=nginx !! create deployment x --image=nginx -o wide
create namespace x == create ns x
create namespace x == create ns x -n web
create namespace x != create ns y
create namespace x !! create ns
create configmap x --from-literal=a=1 == create cm x --from-literal a=1
create configmap x --from-literal=a=1 != create cm x --from-literal=a=2
create configmap x --from-literal=a=1 --from-literal=b=2 == create cm x --from-literal=b=2 --from-literal=a=1
create configmap x --from-literal=a=1 --from-literal=b=2 != create cm x --from-literal=a=1,b=2
create configmap x --from-literal=a=1 !! create cm x --from-literal=a
create configmap x --from-literal=a=1 != create secret generic x --from-literal=a=1
create configmap x --from-file=notes.txt == create cm x --from-file=./notes.txt
create configmap x --from-file=notes.txt != create cm x --from-file=k=notes.txt
create configmap x --from-env-file=app.env != create cm x --from-file=app.env
create secret generic x --from-literal=a=1 == create secret generic x --from-literal a=1
create secret generic x --from-literal=a=1 != create secret generic x --from-literal=a=1 --type=t
create secret generic x !! create secret x
create secret generic x !! create secret
create secret docker-registry x --docker-username=u --docker-password=p == create secret docker-registry x --docker-password p --docker-username u
create secret docker-registry x --docker-username=u --docker-password=p != create secret docker-registry x --docker-username=u --docker-password=q
create secret docker-registry x --docker-username=u --docker-password=p !! create secret docker-registry x --docker-username=u
create secret tls x --cert=a --key=b !! create secret tls x --cert=a
create service clusterip x --tcp=80:80 == create svc clusterip x --tcp 80:80
create service clusterip x --tcp=80:80 != create service clusterip x --tcp=80:8080
create service clusterip x --tcp=80:80 !! create service clusterip x
create service clusterip x --tcp=80:80 != create service nodeport x --tcp=80:80
create service nodeport x --tcp=80 --node-port=30080 != create service nodeport x --tcp=80
create service loadbalancer x --tcp=80 == create svc loadbalancer x --tcp 80
create service loadbalancer x --tcp=80 != create service nodeport x --tcp=80
create service externalname x --external-name=e.com == create svc externalname x --external-name e.com
create service externalname x --external-name=e.com !! create service externalname x
create serviceaccount x == create sa x
create serviceaccount x != create sa x -n web
create role x --verb=get,list --resource=pods == create role x --verb=get --verb=list --resource=po
create role x --verb=get --resource=pods != create role x --verb=list --resource=pods
create role x --verb=get --resource=pods != create clusterrole x --verb=get --resource=pods
create role x --verb=get --resource=pods !! create role x --resource=pods
create role x --verb=get --resource=pods !! create role x --verb=get --resource=nope
create role x --verb=get --resource=pods --resource-name=a != create role x --verb=get --resource=pods
create clusterrole x --verb=get --resource=nodes == create clusterrole x --verb get --resource no -n web
create clusterrole x --verb=get --non-resource-url=/logs != create clusterrole x --verb=get --resource=pods
create rolebinding x --role=r --user=u == create rolebinding x --user u --role r
create rolebinding x --role=r --user=u != create rolebinding x --clusterrole=r --user=u
create rolebinding x --role=r --user=u != create rolebinding x --role=r --group=u
create rolebinding x --role=r --user=u !! create rolebinding x --user=u
create rolebinding x --role=r --serviceaccount=ns:sa !! create rolebinding x --role=r --serviceaccount=sa
create clusterrolebinding x --clusterrole=r --user=u == create clusterrolebinding x --user=u --clusterrole=r -n web
create clusterrolebinding x --clusterrole=r --user=u != create rolebinding x --clusterrole=r --user=u
create clusterrolebinding x --clusterrole=r --user=u !! create clusterrolebinding x --role=r --user=u
1.22: create job x --image=b -- date == create job x --image b -- date
1.22: create job x --image=b -- date != create job x --image=b -- ls
1.22: create job x --image=b -- date !! create job x -- date
1.22: create job x --from=cronjob/c == create job x --from=cj/c
1.22: create job x --from=cronjob/c !! create job x --from=c
1.22: create cronjob x --image=b --schedule='* * * * *' == create cj x --schedule="* * * * *" --image=b
1.22: create cronjob x --image=b --schedule='* * * * *' != create cj x --image=b --schedule='0 * * * *'
1.22: create cronjob x --image=b --schedule='* * * * *' !! create cj x --image=b --schedule=* * * * *
1.22: create cronjob x --image=b --schedule='* * * * *' !! create cronjob x --image=b
1.22: create ingress x --rule=a.com/=svc:80 == create ing x --rule a.com/=svc:80
1.22: create ingress x --rule=a.com/=svc:80 != create ing x --rule=a.com/=svc:81
1.22: create ingress x --rule=a.com/=svc:80 != create ing x --rule=a.com/=svc:80 --class=nginx
1.22: create ingress x --rule=a.com/=svc:80 !! create ingress x
create quota x --hard=cpu=1,pods=2 == create resourcequota x --hard=pods=2,cpu=1000m
create quota x --hard=cpu=1 != create quota x --hard=cpu=2
create quota x --hard=cpu=1 !! create quota x --hard=cpu
1.22: create pdb x --selector=app=a --min-available=1 == create poddisruptionbudget x --min-available=1 --selector app=a
1.22: create pdb x --selector=app=a --min-available=1 != create pdb x --selector=app=a --max-unavailable=1
1.22: create pdb x --selector=app=a --min-available=1 !! create pdb x --selector=app=a
create priorityclass x --value=10 == create pc x --value 10
create priorityclass x --value=10 != create pc x --value=100
create priorityclass x --value=10 != create pc x --value=10 --global-default
1.24: create token sa == create token sa --duration=0s
1.24: create token sa --duration=1h == create token sa --duration 60m
1.24: create token sa --duration=1h != create token sa --duration=2h
1.24: create token sa !! create token
1.24: create token sa != create token sb
run x --image=nginx == run --image nginx x
run x --image=nginx == run x --image=nginx --restart=Always
run x --image=nginx != run x --image=nginx --restart=Never
run x --image=nginx != run y --image=nginx
run x --image=nginx != run x --image=nginx:1.25
run x --image=nginx !! run x
1.21: run x --image=nginx !! run x --image=nginx --replicas=2
create secret --help == help create secret
create secret --help !! create secret
create service --help == help create service
create service --help != create svc clusterip --help
run x --image=nginx --port=80 != run x --image=nginx
run x --image=nginx --env=A=1 == run x --image=nginx --env A=1
run x --image=nginx --env=A=1 !! run x --image=nginx --env=A
run x --image=nginx -l a=b,c=d == run x --image=nginx --labels=c=d,a=b
run x --image=nginx -l a=b != run x --image=nginx
run x --image=nginx --dry-run=client -o yaml == run x --image=nginx -oyaml --dry-run=client
run x --image=nginx --dry-run=client -o yaml != run x --image=nginx
run x --image=nginx -- sleep 5 == run x --image=nginx sleep 5
run x --image=nginx -- sleep 5 != run x --image=nginx --command -- sleep 5
run x --image=nginx -it --rm -- sh == run x --rm -ti --image=nginx -- sh
run x --image=nginx -it --rm -- sh == run x --image=nginx --stdin --tty --rm sh
run x --image=nginx -it --rm !! run x --image=nginx --rm
run x --image=nginx -it !! run x --image=nginx -t
expose deploy x --port=80 == expose deployment/x --port 80
expose deploy x --port=80 == expose deploy x --port=80 --target-port=80
expose deploy x --port=80 == expose deploy x --port=80 --name=x
expose deploy x --port=80 != expose deploy x --port=81
expose deploy x --port=80 != expose deploy x --port=80 --target-port=8080
expose deploy x --port=80 != expose deploy x --port=80 --type=NodePort
expose deploy x --port=80 != expose pod x --port=80
expose deploy x --port=80 != expose deploy x --port=80 --name=y
expose deploy x --port=80 !! expose job x --port=80
expose deploy x --port=80 !! expose deploy --port=80
1.28: apply -f pod.yaml == apply -f ./pod.yaml
1.28: apply -f pod.yaml == apply --filename=pod.yaml
1.28: apply -f pod.yaml == apply -fpod.yaml
1.28: apply -f pod.yaml != apply -f deploy.yaml
1.28: apply -f pod.yaml != create -f pod.yaml
1.28: apply -f pod.yaml != delete -f pod.yaml
1.28: apply -f pod.yaml != apply -f pod.yaml -n web
1.28: apply -f pod.yaml != apply -f pod.yaml --server-side
1.28: apply -f pod.yaml != apply -f pod.yaml --dry-run=server
1.28: apply -f pod.yaml !! apply pod.yaml
1.28: apply -f pod.yaml !! apply
1.28: apply -f pod.yaml !! apply -f pod.yaml --prune
1.28: apply -f pod.yaml !! apply -f pod.yaml --force-conflicts
1.28: apply -f pod.yaml -f deploy.yaml == apply -f deploy.yaml,pod.yaml
1.28: apply -k base == apply -k ./base/
1.28: apply -k base !! apply -k base -f pod.yaml
1.28: apply view-last-applied pod applied-x == apply view-last-applied po/applied-x
1.28: apply view-last-applied pod applied-x != apply view-last-applied pod applied-x -o json
1.28: apply set-last-applied -f pod.yaml --create-annotation == apply set-last-applied -f ./pod.yaml --create-annotation=true
1.28: apply edit-last-applied pod applied-x == apply edit-last-applied po/applied-x
1.28: apply edit-last-applied pod applied-x != apply edit-last-applied pod applied-y
1.28: create -f pod.yaml == create --filename pod.yaml
1.28: create -f pod.yaml != create -f pod.yaml --save-config
1.28: create -f pod.yaml !! create -f pod.yaml x
1.28: create -f pod.yaml != create -f pod.yaml --validate=false
1.28: create -f pod.yaml == create -f pod.yaml --validate=true
1.28: replace -f pod.yaml == replace -f ./pod.yaml
1.28: replace -f pod.yaml != replace --force -f pod.yaml
1.28: replace -f pod.yaml != apply -f pod.yaml
1.28: replace -f pod.yaml !! replace pod x
1.28: diff -f pod.yaml == diff -f ./pod.yaml
1.28: diff -f pod.yaml != diff -f deploy.yaml
1.28: diff -f pod.yaml != apply -f pod.yaml
1.28: diff -f pod.yaml !! diff pod.yaml
`);
