// `kubectl config`, whose effect is the file that it leaves.

import { listCommands } from './list-commands.ts';

export const configCommands = listCommands(`
config
config foo
config view
config view --minify
config view --minify=true
config view --raw
config view -o json
config view -o yaml
config view --output=json
config view --merge
config view --merge=false
config view x
config view -o jsonpath={.current-context}
config view -o jsonpath='{.current-context}'
config view --minify --context=dev
config view --minify -o yaml
config get-contexts
config get-contexts dev
config get-contexts dev staging
config get-contexts staging dev
config get-contexts -o name
config get-contexts --output=name
config get-contexts -o name --no-headers
config get-contexts -o yaml
config get-contexts --no-headers
config current-context
config current-context x
config use-context dev
config use dev
config use-context
config use-context staging
config use-context dev staging
config set-context dev
config set-context dev --namespace=web
config set-context dev --namespace web
config set-context --namespace=web dev
config set-context dev -n web
config set-context --current --namespace=web
config set-context --current --namespace web
config set-context --namespace=web --current
config set-context --current --namespace=dev
config set-context --current -n web
config set-context
config set-context new --cluster=dev --user=dev
config set-context new --user=dev --cluster=dev
config set-context new --cluster=dev
config set-context --current dev
config set-context dev --current=false --namespace=web
config set-cluster c --server=https://1.2.3.4
config set-cluster c --server https://1.2.3.4
config set-cluster c
config set-cluster
config set-cluster d --server=https://1.2.3.4
config set-cluster c -s https://1.2.3.4
config set-cluster c --insecure-skip-tls-verify
config set-cluster c --insecure-skip-tls-verify=true
config set-cluster c --embed-certs
config set-credentials u --token=t
config set-credentials u --token t
config set-credentials u --token=s
config set-credentials u --username=a --password=b
config set-credentials u --password=b --username=a
config set-credentials u
config set-credentials
config set-credentials u --token=t --username=a --password=b
config set-credentials u --exec-command=x --exec-arg=a --exec-arg=b
config set-credentials u --exec-command=x --exec-arg=a,b
config set-credentials u --exec-command=x --exec-arg=b --exec-arg=a
config set current-context dev
config set contexts.dev.namespace web
config set contexts.dev.namespace dev
config set a
config set a b c
config set clusters.c.server http://x
config unset current-context
config unset contexts.dev
config unset contexts.dev.namespace
config unset
config delete-context dev
config delete-context staging
config delete-context
config delete-context dev staging
config delete-cluster dev
config delete-user dev
config rename-context dev new
config rename-context dev
config get-clusters
config get-users
config get-users x
config get-clusters x
`);
