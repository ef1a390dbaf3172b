// Verbs that look: describe, events, top, explain, api-resources, version, cluster-info, help.

import { listCommands } from './list-commands.ts';

export const lookCommands = listCommands(`
describe
describe pods
describe pod
describe po
describe pod x
describe po x
describe pod/x
describe pods x
describe pod x -n web
describe pod x -n default
describe -n web pod/x
describe pod x y
describe pod y x
describe pod/x svc/y
describe svc/y pod/x
describe pods -A
describe pods --all-namespaces
describe pod x -A
describe pod x -l a=b
describe pods -l a=b
describe -l a=b pods
describe -f pod.yaml
describe --filename ./pod.yaml
describe pods --show-events=false
describe pods --show-events=true
describe pods --show-events
describe node n
describe node n -n web
describe no/n
describe nodes n
describe deploy x
describe deployment x
describe deployments.apps x
describe svc x
describe pod x -o yaml
describe ns x
describe namespace x
describe nope x
events
events -A
events --all-namespaces
events -n web
events -n default
events --for pod/x
events --for=po/x
events --for=pods/x
events --for pod/y
events --for deploy/x
events --for deployment/x
events --for x
events --for nope/x
events --types=Warning
events --types=warning
events --types Warning
events --types=Normal
events --types=Normal,Warning
events --types=Warning,Normal
events --types=Bad
events -w
events --watch
events --no-headers
events -o yaml
events -o json
events -o wide
events x
get events
top
top pod
top pods
top po
top pod x
top pods x
top pod y
top pod x y
top pod/x
top pod -l a=b
top pod --selector=a=b
top pod x -l a=b
top pod -A
top pods --all-namespaces
top pod --containers
top pod x --containers
top pod --sum
top pod --sort-by=cpu
top pod --sort-by cpu
top pod --sort-by=memory
top pod --sort-by=bad
top pod --no-headers
top pod --field-selector=a=b
top pod -n web
top pod x -n web
top node
top nodes
top no
top node n
top nodes n
top node n m
top node -l a=b
top node n -l a=b
top node --sort-by=cpu
top node --sort-by=memory
top node -n web
top node --no-headers
top foo
explain
explain pods
explain pod
explain po
explain PODS
explain pod.spec
explain pods.spec
explain po.spec
explain po.spec.containers
explain pods --recursive
explain pods --recursive=true
explain pods --api-version=v1
explain deploy
explain deployment
explain deployments.apps
explain deploy --api-version=apps/v1
explain deploy --api-version=apps/v2
explain hpa
explain hpa --api-version=autoscaling/v1
explain hpa --api-version=autoscaling/v2
explain pods --output=plaintext
explain pods --output=bad
explain nope
explain pods svc
explain pods -n web
api-resources
api-resources --namespaced=true
api-resources --namespaced
api-resources --namespaced=false
api-resources --verbs=list
api-resources --verbs=list,get
api-resources --verbs=get,list
api-resources --verbs list --verbs get
api-resources --api-group=apps
api-resources --api-group apps
api-resources --api-group=
api-resources -o wide
api-resources -o name
api-resources --output=name
api-resources -o yaml
api-resources --sort-by=name
api-resources --sort-by=kind
api-resources --sort-by=bad
api-resources --no-headers
api-resources --cached
api-resources x
api-resources -n web
api-versions
api-versions x
cluster-info
cluster-info dump
cluster-info dump -A
cluster-info dump --namespaces=a,b
cluster-info dump --namespaces a --namespaces b
cluster-info dump -o yaml
cluster-info dump -o json
version
version --client
version --client=true
version --client=false
version -o yaml
version -o json
version --output=json
version -o bad
version --short
version x
version --output=yaml --client
version --client -o yaml
completion
completion bash
completion zsh
completion bash zsh
completion bad
options
help
--help
-h
help get
get --help
get -h
get pods --help
help create deployment
create deployment --help
help create deploy
create deploy -h
help rollout
rollout --help
rollout -h
foo
--version
get --help --bad
`);
