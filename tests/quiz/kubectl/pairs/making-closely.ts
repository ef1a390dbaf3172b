// Pairs about going into pods and making things, closely: quotes, ports, images, literals, roles.

import { readPairs } from './read-pairs.ts';

export const makingCloselyPairs = readPairs(`
exec x -- ls != exec pods x -- ls
exec x -- ls -l != exec x -- ls -l /tmp
exec -it x -- sh == exec -it=true x -- sh
exec -i -t x -- sh != exec -t x -- sh
exec -itc main x -- sh == exec -itcmain x -- sh
exec -it x -- sh != exec -it deploy/x -- sh
exec -it x -- sh != exec -it x -n web -- sh
exec -nweb -it x -- sh == exec -it -nweb x -- sh
exec x -- sh -c 'echo hi' == exec x -- sh -c echo\\ hi
exec x -- sh -c 'echo "hi"' == exec x -- sh -c "echo \\"hi\\""
exec x -- ls != exec x -- -- ls
exec -f pod.yaml -- ls !! exec -f pod.yaml x -- ls
exec x -- -- ls !! exec -T x -- ls
attach x -it == attach -it x
attach deploy/x == attach deploy x
attach x -it !! attach x -- sh
cp x:/tmp/b /tmp/c != cp notes.txt x:/tmp/b
cp notes.txt x:/tmp/b != cp notes.txt x:tmp/b
cp notes.txt x:tmp/b !! cp notes.txt x
cp notes.txt x:/tmp/b --no-preserve == cp --no-preserve=true notes.txt x:/tmp/b
1.32: cp x:/tmp/b a --retries=3 != cp x:/tmp/b a --retries=-1
cp x:/tmp/b a != cp a:b:c d
port-forward x 8080:80 !! port-forward pod x 8080:80
port-forward x :80 == port-forward x 0:80
port-forward x 8080:80 9090:90 == port-forward x 9090:90 8080:80
port-forward x 8080:80 != port-forward deploy/x 8080:80
port-forward x 8080:80 --address=localhost != port-forward x 8080:80 --address 127.0.0.1
port-forward x 8080:80 --address=localhost != port-forward x 8080:80 --address=localhost,0.0.0.0
port-forward x :80 !! port-forward
port-forward x 8080:8080 == port-forward x 8080:80:90
port-forward x 8080:80 == port-forward x -- 8080:80
run x --image=nginx == run x --image=nginx -n default
run x --image=nginx --port=80 !! run x --image=nginx --port=http
run x --image=nginx --port=80 != run x --image=nginx --labels=app=x
run x --image=nginx -l app=x,tier=y == run x --image=nginx -l tier=y,app=x
run x --image=nginx -- sleep 10 != run x --image=nginx --command -- sleep 10
run x --image=nginx -- sleep 10 == run x --image=nginx -- sleep '10'
run x --image=nginx --dry-run -o yaml != run x --image=nginx --dry-run client -o yaml
run x --image=nginx --dry-run -o yaml == run x --image=nginx --dry-run=true -o yaml
run x --image=nginx -o yaml !! run x --image=nginx -o wide
run x -it --rm --image=nginx -- sh != run x -i --rm --image=nginx -- sh
run x -i --image=nginx -- sh !! run x -t --image=nginx -- sh
run x --image=nginx --port=80 != run x --image=nginx --image=busybox
run x --image=nginx !! run x --image=Nginx
run x --image=nginx --annotations=a=b != run x --image=nginx --annotations a=b --annotations c=d
run x --image=nginx --overrides='{"spec":{"nodeName":"n"}}' == run x --image=nginx --overrides='{ "spec": { "nodeName": "n" } }'
1.32: run x --image=nginx --restart=Always == run x --image=nginx --override-type=merge
1.32: run x --image=nginx --restart=Always !! run x --image=nginx --requests=cpu=1
run x --image=nginx != run pod x --image=nginx
run x --image=nginx --port=80 != run x --image=nginx --port=70000
1.32: run x --image=nginx --port=80 --expose !! run x --image=nginx --port=80 --hostport=80
create deployment x --image=nginx !! create deployment.apps x --image=nginx
create deployment x --image=nginx == create deployment x --image=nginx -r 1
create deployment x --image=nginx --replicas=03 != create deployment x --image=nginx --replicas=0
create deployment x --image=nginx --replicas=30 == create deployment x --image=nginx --replicas=3 --replicas=30
create deployment x --image=nginx --image=redis == create deployment x --image=nginx,redis
create deployment x --image=nginx --image=redis != create deployment x --image=nginx --image=nginx
create deploy x --image nginx -o=yaml --dry-run=client -n default != create deploy x --image nginx -o=yaml --dry-run=client -n web
create deploy x --image=nginx == create deploy x --image=nginx --dry-run=none
1.32: create deployment x --image=nginx --validate=false == create deployment x --image=nginx --validate=ignore
create deployment x --image=nginx --image=nginx !! create deployment x --image=nginx -f deploy.yaml
create deployment x --image=nginx -n web == create deployment -n web x --image=nginx
create deployment x --image=redis,nginx != create deployment x --image=registry:5000/a/b:1
create namespace x != create namespace x --save-config
create cm x --from-literal=a=1 --from-literal=b=2 !! create cm x --from-literal=a=1 --from-literal=a=2
create cm x --from-literal='a=1 2' == create cm x --from-literal=a=1\\ 2
create cm x --from-file=notes.txt != create cm x --from-file=dir
create cm x --from-env-file=app.env !! create cm x --from-env-file=app.env --from-file=notes.txt
create cm x !! create cm
create cm x --from-literal=a=1 == create cm x --from-literal=a=1 --append-hash=false
create secret generic x --from-literal=a=1 --type=Opaque == create secret generic x --type=Opaque --from-literal=a=1
create secret generic x --from-file=notes.txt != create secret generic x --from-file=ssh=notes.txt
create secret generic x --from-file=notes.txt != create secret docker-registry x --from-file=notes.txt
create secret generic x !! create secret opaque x
create service clusterip x --clusterip=None !! create service clusterip x --clusterip=""
create service nodeport x --tcp=80 != create service nodeport x --tcp=80 --node-port=30000
create service externalname x --external-name=a.b != create service externalname x --external-name=a.b --tcp=80
create service clusterip x --tcp=80 !! create service clusterip x --tcp=http
create job x --image=busybox -- date !! create job x -- date --image=busybox
1.32: create job x --from=cronjob/y == create job x --from=cj/y
1.32: create job x --from=cronjob/y == create job --from=cronjob/y x
create job x --image=busybox !! create job.batch x --image=busybox
1.32: create cronjob x --image=busybox --schedule="*/5 * * * *" == create cj x --image=busybox --schedule="*/5 * * * *"
1.32: create cronjob x --image=busybox --schedule "*/5 * * * *" == create cronjob x --schedule "*/5 * * * *" --image=busybox
create job x --image=busybox !! create cronjob x --image=busybox
1.32: create cronjob x --image=busybox --schedule='* * * * *' != create cronjob x --image=busybox --schedule='* * * * *' -- date
create role r --verb=get --resource=pods == create role r --verb=get --resource=pod
create role r --verb=get --resource=pods != create role r --verb=get,list --resource=pods
create role r --verb=get,list --resource=pods == create role r --verb=get,list,get --resource=pods
create role r --verb='*' --resource=pods == create role r --verb=get,'*' --resource=pods
create role r --verb=get --resource=pods,services == create role r --verb=get --resource=pods --resource=services
create role r --verb=get --resource=deployments.apps !! create role r --verb=get --resource=deployments.extensions
create role r --verb=get --resource=pods != create role r --verb=get --resource=pods/log
create role r --verb=get --resource=pods --resource-name=x --resource-name=y != create role r --verb=get --resource=pods --resource-name=y --resource-name=x
create role r --verb=get --resource=pod !! create role r --verb=get --resource=foo
create role r --verb=get --resource=pods !! create role --verb=get --resource=pods
create clusterrole r --verb=get --resource=pods == create clusterrole r --verb=get --resource=pods -n web
create clusterrole r --verb=get --non-resource-url=/logs !! create clusterrole r --verb=get --non-resource-url=logs
create clusterrole r --verb=get --resource=pods !! create clusterrole r --aggregation-rule="a=b" --verb=get --resource=pods
create rolebinding b --role=r --user=u != create rolebinding b --clusterrole=r --user=u
create rolebinding b --role=r --user=u != create rolebinding b --role=r --user=u,v
create rolebinding b --role=r --serviceaccount=web:sa !! create rolebinding b --role=r --serviceaccount=sa
create rolebinding b --user=u --role=r !! create rolebinding b --user=u
create clusterrolebinding b --clusterrole=r --user=u != create clusterrolebinding b --clusterrole=r --serviceaccount=web:sa
create clusterrolebinding b --clusterrole=r --user=u != create clusterrolebinding b --clusterrole=r
1.32: create sa x != create token x
1.32: create token x == create token x --duration=0
1.32: create token x --audience=a --audience=b != create token x --audience=b --audience=a
create token x --bound-object-kind=Pod --bound-object-name=p !! create token x --bound-object-name=p
1.32: create sa x -n web != create token x -n web
create quota q --hard=cpu=1,memory=1G == create quota q --hard=memory=1G,cpu=1
create quota q --hard=cpu=1 --scopes=BestEffort == create quota q --scopes=BestEffort --hard=cpu=1
1.32: create pdb x --selector=app=a --min-available=1 == create poddisruptionbudget x --selector=app=a --min-available=1
create sa x != create pc x --value=5
create priorityclass x --value=5 --global-default == create priorityclass x --value=5 --global-default=true
create priorityclass x --value=5 --description=hi == create priorityclass x --value=5 --description hi
create priorityclass x --value=5 != create priorityclass x --value=-5
create ingress x --rule=a/b=c:80 == create ingress x --rule="a/b=c:80"
create ingress x --rule=a/=c:80 !! create ingress x --rule=a=c:80
create ingress x --rule=a/b=c:80 != create ingress x --rule=a/b=c:80,tls
create ingress x --rule=a/b=c:80 == create ingress x --rule=a/b=c:80 --class ""
create ingress x --rule=a/b=c:80 --class=nginx != create ingress x --rule=a/b=c:80 --annotation=k=v
create ingress x --default-backend=c:80 !! create ingress x --default-backend=c
create ingress x --rule=a/b=c:80 !! create ingress x --rule=a/b=c
1.32: create -f pod.yaml != create -f pod.yaml -f deploy.yaml
1.32: create -f pod.yaml -f deploy.yaml != create -f pod.yaml --dry-run=client -o yaml
1.32: create -f dir -R == create -f dir --recursive
create -f pod.yaml !! create pod x --image=nginx
create -f pod.yaml -f deploy.yaml != create -f pod.yaml --raw=/api/v1/namespaces/default/pods
`);
