// Verbs that work on files: apply, create -f, replace, diff, kustomize.

import { listCommands } from './list-commands.ts';

export const fileCommands = listCommands(`
apply
apply -f pod.yaml
apply -f ./pod.yaml
apply -f dir/../pod.yaml
apply -f=pod.yaml
apply -fpod.yaml
apply --filename pod.yaml
apply --filename=pod.yaml
apply -f pod.yaml -f deploy.yaml
apply -f deploy.yaml -f pod.yaml
apply -f deploy.yaml,pod.yaml
apply -f deploy.yaml
apply -f dir
apply -f dir/
apply -f ./dir
apply -k base
apply -k ./base
apply -k base/
apply --kustomize=base
apply -k base -f pod.yaml
apply pod.yaml
apply -f pod.yaml extra
apply -f pod.yaml --server-side
apply --server-side -f pod.yaml
apply -f pod.yaml --server-side --force-conflicts
apply -f pod.yaml --force-conflicts
apply -f pod.yaml --server-side --field-manager=kubectl
apply -f pod.yaml --field-manager=kubectl
apply -f pod.yaml --field-manager=me
apply -f pod.yaml --dry-run=client
apply -f pod.yaml --dry-run=server
apply -f pod.yaml --dry-run
apply -f pod.yaml --dry-run=client -o yaml
apply -f pod.yaml --server-side --dry-run=server
apply -f pod.yaml --server-side --dry-run=client
apply -f pod.yaml --server-side --force
apply -f pod.yaml --force --dry-run=server
apply -f pod.yaml --prune
apply -f pod.yaml --prune --all
apply -f pod.yaml --prune -l app=filed
apply -f pod.yaml --prune --all -l app=filed
apply -f pod.yaml --all
apply -f pod.yaml --prune --all --prune-allowlist=core/v1/Pod
apply -f pod.yaml --validate=false
apply -f pod.yaml --validate=ignore
apply -f pod.yaml --validate
apply -f pod.yaml --validate=strict
apply -f pod.yaml --validate=bad
apply -f pod.yaml -o yaml
apply -f pod.yaml -o name
apply -f pod.yaml -o wide
apply -f pod.yaml --subresource=status
apply -f pod.yaml --subresource=status --server-side
apply -f pod.yaml -n default
apply -f pod.yaml -n web
apply -n web -f pod.yaml
apply -f -
apply view-last-applied pod applied-x
apply view-last-applied pod/applied-x -o yaml
apply view-last-applied po applied-x -o json
apply view-last-applied pod applied-x -o bad
apply edit-last-applied pod applied-x
apply edit-last-applied po/applied-x -o yaml
apply view-last-applied
apply view-last-applied pods
apply view-last-applied pods x --all
apply set-last-applied -f pod.yaml --create-annotation
apply set-last-applied -f ./pod.yaml --create-annotation=true
apply set-last-applied
create -f pod.yaml
create -f ./pod.yaml
create --filename=pod.yaml
create -f pod.yaml x
create -f pod.yaml --dry-run=client
create -f pod.yaml --dry-run=server
create -f pod.yaml --validate=false
create -f pod.yaml --edit
create -f pod.yaml --save-config
create -f pod.yaml --record
create -f -
create -k base
create -f pod.yaml --raw /api/v1/x
create --raw /api/v1/x -f pod.yaml
create --raw /api/v1/x
create -f deploy.yaml
create -f pod.yaml -n web
create -f pod.yaml -o yaml
replace
replace -f pod.yaml
replace -f ./pod.yaml
replace -f pod.yaml --force
replace --force -f pod.yaml
replace --force -f pod.yaml --grace-period=0
replace -f pod.yaml --grace-period=0
replace -f pod.yaml --cascade=orphan
replace -f pod.yaml --force --cascade=orphan
replace -f pod.yaml --save-config
replace -f pod.yaml --timeout=5s
replace -f pod.yaml --subresource=status
replace -f pod.yaml --dry-run=client
replace -f pod.yaml --dry-run=server
replace -f pod.yaml --force --dry-run=client
replace -f pod.yaml --validate=false
replace -k base
replace pod x
replace -f pod.yaml -n web
diff
diff -f pod.yaml
diff -f ./pod.yaml
diff -k base
diff -f pod.yaml --server-side
diff -f pod.yaml --server-side --force-conflicts
diff -f pod.yaml --force-conflicts
diff -f pod.yaml --prune
diff -f pod.yaml --concurrency=2
diff -f pod.yaml --field-manager=m
diff pod.yaml
diff -f deploy.yaml
diff -f pod.yaml -n web
kustomize base
kustomize ./base
kustomize base/
kustomize base x
delete -f pod.yaml
get -f pod.yaml
`);
